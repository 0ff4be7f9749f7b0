using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>Runs <c>--backup</c>.</summary>
internal static class BackupProgram
{
    /// <summary>Copies the database of the messages. Returns the exit code.</summary>
    public static async Task<int> RunAsync(StorageSettings storage, string file, Texts texts, TextWriter output, TextWriter errors)
    {
        try
        {
            if (storage.Messages is { } server)
                return await RefuseAsync(texts.BackupOfServer(ServerActorSettingsFactory.Options(server).Location), ExitCode.Usage);
            var target = Path.GetFullPath(file);
            if (Path.Exists(target))
                return await RefuseAsync(texts.BackupExists(target), ExitCode.CannotCreate);
            if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
                return await RefuseAsync(texts.BackupFailed(file, texts.BackupFolderMissing(folder)), ExitCode.CannotCreate);
            new SqliteBackup(ServerActorSettingsFactory.Options(storage)).CopyTo(target);
            await output.WriteLineAsync(texts.BackupDone(target));
            return ExitCode.Success;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await RefuseAsync(texts.BackupFailed(file, SystemErrors.Describe(refusal, texts)), ExitCode.CannotCreate);
        }

        async Task<int> RefuseAsync(string why, int exitCode)
        {
            await errors.WriteLineAsync(texts.Error(why));
            return exitCode;
        }
    }
}
