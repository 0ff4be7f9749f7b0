using ActorChat.Server.Resources;

namespace ActorChat.Server.Persistence;

/// <summary>A <see cref="StorageProblem"/> in words.</summary>
internal static class StorageProblemExtensions
{
    /// <summary>One line that says why the database cannot be used and how to mend it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="location">Which database, as in <see cref="StorageUnavailableException.Location"/>.</param>
    /// <param name="texts">In whose language.</param>
    public static string Describe(this StorageProblem problem, string location, Texts texts) => problem switch
    {
        StorageProblem.PathIsFolder => texts.DatabaseIsFolder(location),
        StorageProblem.PathIsSpecial => texts.DatabaseIsSpecial(location),
        StorageProblem.FolderMissing => texts.FolderMissing(location),
        StorageProblem.FileMissing => texts.DatabaseFileMissing(location),
        StorageProblem.FolderNotWritable or StorageProblem.FileNotWritable or StorageProblem.NoAccess => texts.ReadOnlyDatabase(location),
        StorageProblem.NotSqlite => texts.NotADatabase(location),
        StorageProblem.Damaged damaged => texts.DatabaseError(location, damaged.Detail),
        StorageProblem.NewerSchema newer => texts.DatabaseTooNew(location, newer.Found, newer.Known),
        StorageProblem.UnknownTable table => texts.UnknownTable(location, table.Table, table.Column),
        StorageProblem.Locked => texts.DatabaseLocked(location),
        StorageProblem.Unreachable unreachable => texts.DatabaseServerUnreachable(location, unreachable.Detail),
        StorageProblem.LoginRefused { PasswordFrom: { } setting } => texts.DatabaseLoginRefused(location, setting),
        StorageProblem.LoginRefused => texts.DatabaseLoginWithoutPassword(location),
        StorageProblem.DatabaseMissing missing => texts.DatabaseMissing(location, missing.Database),
        StorageProblem.NotPermitted forbidden => texts.DatabaseNotPermitted(location, forbidden.Detail),
        StorageProblem.NoTls tls => texts.DatabaseWithoutTls(location, tls.Detail),
        StorageProblem.TlsNeeded => texts.DatabaseNeedsTls(location),
        StorageProblem.TableLacksColumn table => texts.TableLacksColumn(location, table.Table, table.Column),
        StorageProblem.ColumnNeedsValue table => texts.ColumnNeedsValue(location, table.Table, table.Column),
        StorageProblem.ServerRefused refused => texts.DatabaseServerError(location, refused.Detail),
        StorageProblem.Other other => texts.DatabaseError(location, other.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
