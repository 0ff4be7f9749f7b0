namespace Akka.Event;

/// <summary>How much a log event matters.</summary>
public enum LogLevel
{
    /// <summary>For whoever looks into the inside.</summary>
    DebugLevel = 0,

    /// <summary>What happens in the ordinary run of things.</summary>
    InfoLevel = 1,

    /// <summary>Something to look at.</summary>
    WarningLevel = 2,

    /// <summary>Something failed.</summary>
    ErrorLevel = 3,
}
