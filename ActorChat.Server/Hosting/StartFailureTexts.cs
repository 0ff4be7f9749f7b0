using System.Net.Sockets;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Node;
using ActorChat.Server.Persistence;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Hosting;

/// <summary>What the operator is told when the server cannot start, and the exit code that goes with it.</summary>
internal static class StartFailureTexts
{
    /// <summary>One line that says what is wrong and how to mend it.</summary>
    public static string Describe(StartFailure failure, Texts texts) => failure switch
    {
        StartFailure.Storage storage => Describe(storage.Cause, texts),
        StartFailure.Port port when IsInUse(port) => texts.PortInUse(port.EndPoint.ToString()),
        StartFailure.Port port => texts.CannotListen(port.EndPoint.ToString(), port.Cause.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    /// <summary>One line that says why the database cannot be used and how to mend it.</summary>
    public static string Describe(StorageUnavailableException unavailable, Texts texts)
    {
        var path = unavailable.Location;
        return unavailable.Problem switch
        {
            StorageProblem.PathIsFolder => texts.DatabaseIsFolder(path),
            StorageProblem.FolderMissing => texts.FolderMissing(path),
            StorageProblem.FolderNotWritable or StorageProblem.FileNotWritable or StorageProblem.NoAccess => texts.ReadOnlyDatabase(path),
            StorageProblem.NotSqlite => texts.NotADatabase(path),
            StorageProblem.Damaged damaged => texts.DatabaseError(path, damaged.Detail),
            StorageProblem.NewerSchema newer => texts.DatabaseTooNew(path, newer.Found, newer.Known),
            StorageProblem.UnknownTable table => texts.UnknownTable(path, table.Table, table.Column),
            StorageProblem.Locked => texts.DatabaseLocked(path),
            StorageProblem.Other other => texts.DatabaseError(path, other.Message),
            _ => throw new ArgumentOutOfRangeException(nameof(unavailable)),
        };
    }

    /// <summary>The exit code of a failed start.</summary>
    public static int ExitCodeOf(StartFailure failure) => failure switch
    {
        StartFailure.Storage => ExitCode.DatabaseUnavailable,
        StartFailure.Port port when IsInUse(port) || IsForbidden(port) => ExitCode.PortUnavailable,
        _ => ExitCode.Usage,
    };

    private static bool IsInUse(StartFailure.Port port) =>
        port.Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    private static bool IsForbidden(StartFailure.Port port) => port.Cause is SocketException { SocketErrorCode: SocketError.AccessDenied };
}
