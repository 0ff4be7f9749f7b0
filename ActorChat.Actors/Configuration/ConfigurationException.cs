using Akka.Actor;

namespace Akka.Configuration;

/// <summary>
/// A configuration text that cannot be read, or a value that is not what its reader needs. The message of a text that cannot
/// be read starts with its place, <c>line L, column C: </c>; that of a bad value names the path and shows the value.
/// </summary>
public class ConfigurationException : AkkaException
{
    /// <summary>An error that has no exception behind it.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An error that has another exception behind it, such as a file that could not be read.</summary>
    public ConfigurationException(string message, Exception? exception)
        : base(message, exception)
    {
    }

    /// <summary>The error of a <typeparamref name="T"/> whose section of the configuration is missing or empty.</summary>
    /// <param name="path">Where the section was looked for; null where that is not known.</param>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) =>
        new($"{typeof(T).Name} cannot be made: its configuration{(path is null ? "" : $" '{path}'")} is missing or empty");
}
