using ActorChat.Server.CommandLine;
using ActorChat.Server.Errors;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Listening;

namespace ActorChat.Server.Hosting;

/// <summary>Maps a failed start to an error line and an exit code.</summary>
internal static class StartFailureTexts
{
    public static string Describe(StartFailure failure, Texts texts) => failure switch
    {
        StartFailure.Storage { Cause: var unavailable } => unavailable.Describe(texts),
        StartFailure.Ports ports => Describe(ports.Failures, texts),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    public static int ExitCodeOf(StartFailure failure) => failure switch
    {
        StartFailure.Storage => ExitCode.DatabaseUnavailable,
        StartFailure.Ports => ExitCode.PortUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    /// <summary>Describes all failed end points in one line; those in use share a sentence.</summary>
    public static string Describe(IReadOnlyList<PortFailure> failures, Texts texts)
    {
        var inUse = failures.Where(failure => failure.IsInUse).Select(failure => failure.EndPoint).ToList();
        string[] aboutInUse = inUse.Count switch
        {
            0 => [],
            1 => [texts.PortInUse(inUse[0].ToString())],
            _ => [texts.PortsInUse(string.Join(", ", inUse))],
        };
        return string.Join(' ', [.. aboutInUse, .. failures.Where(failure => !failure.IsInUse).Select(failure => DescribeOther(failure, texts))]);
    }

    private static string DescribeOther(PortFailure failure, Texts texts) => failure.IsNotMine
        ? texts.NotMyAddress(failure.EndPoint.ToString())
        : texts.CannotListen(failure.EndPoint.ToString(), SystemErrors.Describe(failure.Cause, texts));
}
