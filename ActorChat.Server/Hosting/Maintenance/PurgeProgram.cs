using System.Diagnostics;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>Runs <c>--purge</c>.</summary>
internal static class PurgeProgram
{
    /// <summary>Deletes the messages that were sent before an instant. Returns the exit code.</summary>
    public static async Task<int> RunAsync(StorageSettings storage, DateTimeOffset before, Texts texts, TextWriter output, TextWriter errors)
    {
        if (before > DateTimeOffset.Now)
            return await PrintAsync(errors, texts.Error(texts.PurgeOfFuture), ExitCode.Usage);
        using var signals = new ProcessSignals();
        using var archive = ServerActorSettingsFactory.OpenArchive(storage);
        var run = new PurgeRun(archive, $"{AuditEntry.Console} {Environment.UserName}", before, TimeProvider.System);
        try
        {
            while (!signals.StopRequested.IsCompleted)
            {
                var began = Stopwatch.GetTimestamp();
                if (!run.Step())
                    return await FinishAsync(output, texts.PurgeDone(run.Deleted), ExitCode.Success);

                // A server that is running has its turn.
                if (run.HasWritten)
                    await Task.Delay(Stopwatch.GetElapsedTime(began));
            }

            return await FinishAsync(errors, texts.Error(texts.PurgeBrokenOff(run.Deleted)), ExitCode.EndedBySignal);
        }
        catch (WriteException failure)
        {
            return await PrintAsync(errors, texts.Error(texts.PurgeFailed(run.Deleted, failure.Describe(texts))), ExitCode.DatabaseUnavailable);
        }

        Task<int> FinishAsync(TextWriter writer, string line, int exitCode)
        {
            run.Finish();
            return PrintAsync(writer, line, exitCode);
        }
    }

    private static async Task<int> PrintAsync(TextWriter writer, string line, int exitCode)
    {
        await writer.WriteLineAsync(line);
        return exitCode;
    }
}
