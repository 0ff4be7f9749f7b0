using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Archive;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>Runs <c>--export</c>.</summary>
internal static class ExportProgram
{
    private const int RowsTogether = 1000;

    /// <summary>Writes the chosen messages into a new file, which is there only when it is whole. Returns the exit code.</summary>
    public static async Task<int> RunAsync(
        StorageSettings storage, CommandLineRequest.Export export, Texts texts, TextWriter output, TextWriter errors)
    {
        if (ExportWriter.For(export.File) is not { } open)
            return await RefuseAsync(texts.ExportFormatUnknown(Path.GetFileName(export.File)), ExitCode.Usage);
        try
        {
            var target = Path.GetFullPath(export.File);
            if (Path.Exists(target))
                return await RefuseAsync(texts.ExportExists(target), ExitCode.CannotCreate);
            if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
                return await RefuseAsync(texts.ExportFailed(export.File, texts.BackupFolderMissing(folder)), ExitCode.CannotCreate);
            using var archive = ServerActorSettingsFactory.OpenArchive(storage);
            if (export.Selection.Room is { } room && !archive.HasRoom(room.Casefolded))
                return await RefuseAsync(RoomUnknown(room, archive, texts), ExitCode.Usage);
            using var signals = new ProcessSignals();
            if (Write(archive, export.Selection, target, open, () => signals.StopRequested.IsCompleted) is not { } count)
                return await RefuseAsync(texts.ExportBrokenOff, ExitCode.EndedBySignal);
            await output.WriteLineAsync(texts.ExportDone(count, target));
            return ExitCode.Success;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await RefuseAsync(texts.ExportFailed(export.File, SystemErrors.Describe(refusal, texts)), ExitCode.CannotCreate);
        }

        async Task<int> RefuseAsync(string why, int exitCode)
        {
            await errors.WriteLineAsync(texts.Error(why));
            return exitCode;
        }
    }

    private static string RoomUnknown(RoomName room, IMessageArchive archive, Texts texts) =>
        NearestWord.To(room.Casefolded, archive.Rooms()) is { } nearest
            ? texts.ExportRoomMeant(room.Value, nearest)
            : texts.ExportRoomUnknown(room.Value);

    // Returns how many were written; null if it was broken off.
    private static long? Write(
        IMessageArchive archive, MessageSelection selection, string target, Func<Stream, ExportWriter> open, Func<bool> mustStop)
    {
        using var file = new NewFile(target);
        var count = 0L;
        using (var writer = open(file.Stream))
        {
            var last = long.MinValue;
            while (archive.Read(last, RowsTogether) is { Count: > 0 } rows)
            {
                if (mustStop())
                    return null;
                foreach (var row in rows.Where(row => selection.Includes(row.Room, row.Instant)))
                {
                    writer.Write(row);
                    count++;
                }

                last = rows[^1].Id;
            }
        }

        file.Publish();
        return count;
    }
}
