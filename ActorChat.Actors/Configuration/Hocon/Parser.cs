using Akka.Configuration.Hocon.Syntax;

namespace Akka.Configuration.Hocon;

/// <summary>Reads HOCON. Most users want <see cref="ConfigurationFactory.ParseString(string)"/>; this is for include callbacks.</summary>
public static class Parser
{
    /// <summary>Reads a text. Substitutions are resolved when <see cref="HoconRoot.Value"/> is first asked for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="includeCallback">
    /// Gives the text of an include, read with this method too, by the name that the include gives; null where there is none
    /// of that name. Where the callback itself is missing, an include is an error.
    /// </param>
    /// <exception cref="ConfigurationException">The text is not HOCON; the message starts with the place.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot?>? includeCallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new HoconRoot(DocumentReader.Read(text, includeCallback));
    }
}
