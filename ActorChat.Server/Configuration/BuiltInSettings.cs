using System.Text;
using ActorChat.Server.Configuration.Checking;

namespace ActorChat.Server.Configuration;

/// <summary>The settings that are built into the program: <c>hocon/server.hocon</c>, which explains each of them.</summary>
internal static class BuiltInSettings
{
    /// <summary>Their text.</summary>
    public static SourceText Source { get; } = new("server.hocon", ReadText(), _ => throw new InvalidOperationException("The built-in settings must stand alone."));

    private static string ReadText()
    {
        using var stream = typeof(BuiltInSettings).Assembly.GetManifestResourceStream("server.hocon")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
