using Akka.Configuration;
using Akka.Configuration.Hocon;
using Xunit;

namespace ActorChat.Tests.Internals.Configuration;

/// <summary>Short ways to read HOCON in a test.</summary>
internal static class HoconText
{
    /// <summary>Reads a text without includes.</summary>
    public static Config Read(string text) => ConfigurationFactory.ParseString(text);

    /// <summary>Reads a text that includes those given; one that includes itself by any way does so for ever.</summary>
    public static Config Read(string text, params (string Name, string Text)[] included)
    {
        HoconRoot? Find(string name)
        {
            var found = Array.Find(included, one => one.Name == name);
            return found.Text is null ? null : Parser.Parse(found.Text, Find);
        }
        return ConfigurationFactory.ParseString(text, Find);
    }

    /// <summary>The message of the error that a text is refused with.</summary>
    public static string ErrorOf(string text, params (string Name, string Text)[] included) =>
        Assert.Throws<ConfigurationException>(() => Read(text, included)).Message;

    /// <summary>A text in which <paramref name="part"/> comes so many times.</summary>
    public static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
