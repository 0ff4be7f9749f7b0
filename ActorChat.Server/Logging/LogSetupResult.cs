using ActorChat.Server.Output;
using Serilog.Core;

namespace ActorChat.Server.Logging;

/// <summary>What became of opening the log.</summary>
internal abstract record LogSetupResult
{
    private LogSetupResult()
    {
    }

    /// <summary>The log is open.</summary>
    /// <param name="Logger">For <see cref="Serilog.Log.Logger"/>; whoever sets it there closes it.</param>
    /// <param name="OutputReport">Has the log tell when standard output cannot be written.</param>
    public sealed record Ready(Logger Logger, LossReport OutputReport) : LogSetupResult;

    /// <summary>The log's file cannot be written to: a mistake in the settings.</summary>
    /// <param name="Line">Why, as a whole <c>[ERROR] …</c> line for standard error.</param>
    public sealed record Refused(string Line) : LogSetupResult;
}
