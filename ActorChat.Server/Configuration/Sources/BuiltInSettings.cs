using System.Text;
using ActorChat.Server.Configuration.Hocon;

namespace ActorChat.Server.Configuration.Sources;

/// <summary>The embedded <c>hocon/server.hocon</c>, which explains each setting.</summary>
internal static class BuiltInSettings
{
    public static SourceText Source { get; } =
        new("server.hocon", ReadText(), _ => throw new InvalidOperationException("The built-in settings must stand alone."));

    private static string ReadText()
    {
        using var stream = typeof(BuiltInSettings).Assembly.GetManifestResourceStream("server.hocon")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
