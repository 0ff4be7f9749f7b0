using System.Globalization;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Persistence;

/// <summary>A <see cref="StorageProblem"/> in words.</summary>
internal static class StorageProblemExtensions
{
    /// <summary>One line that says why the database cannot be used and how to mend it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="location">Which database, as in <see cref="StorageUnavailableException.Location"/>.</param>
    /// <param name="texts">In whose language.</param>
    /// <param name="cause">What the system or the driver threw; null where the problem was found without it.</param>
    public static string Describe(this StorageProblem problem, string location, Texts texts, Exception? cause = null) => problem switch
    {
        StorageProblem.PathIsFolder => texts.DatabaseIsFolder(location),
        StorageProblem.PathIsSpecial => texts.DatabaseIsSpecial(location),
        StorageProblem.FolderMissing => texts.FolderMissing(location),
        StorageProblem.FileMissing => texts.DatabaseFileMissing(location),
        StorageProblem.FolderNotWritable or StorageProblem.FileNotWritable or StorageProblem.NoAccess => texts.ReadOnlyDatabase(location),
        StorageProblem.NotSqlite => texts.NotADatabase(location),
        StorageProblem.Damaged damaged => texts.DatabaseDamaged(location, Finding(damaged.Detail, cause)),
        StorageProblem.NewerSchema newer => texts.DatabaseTooNew(location, newer.Found, newer.Known),
        StorageProblem.UnknownTable table => texts.UnknownTable(location, table.Table, table.Column),
        StorageProblem.NoWriteAheadLog kept => texts.DatabaseWithoutLog(location, kept.Mode),
        StorageProblem.Locked => texts.DatabaseLocked(location),
        StorageProblem.Unreachable unreachable => texts.DatabaseServerUnreachable(location, Why(unreachable.Detail, cause, texts, texts.NoMySqlAnswer)),
        StorageProblem.LoginRefused { PasswordFrom: { } setting } => texts.DatabaseLoginRefused(location, setting),
        StorageProblem.LoginRefused => texts.DatabaseLoginWithoutPassword(location),
        StorageProblem.DatabaseMissing missing => texts.DatabaseMissing(location, missing.Database),
        StorageProblem.NotPermitted forbidden => texts.DatabaseNotPermitted(location, Why(forbidden.Detail, cause, texts)),
        StorageProblem.NoTls tls => texts.DatabaseWithoutTls(location, Why(tls.Detail, cause, texts)),
        StorageProblem.TlsNeeded => texts.DatabaseNeedsTls(location),
        StorageProblem.TableLacksColumn table => texts.TableLacksColumn(location, table.Table, table.Column),
        StorageProblem.ColumnNeedsValue table => texts.ColumnNeedsValue(location, table.Table, table.Column),
        StorageProblem.ServerRefused when cause is NotSupportedException => texts.DatabaseServerError(location, texts.LoginMethodUnknown),
        StorageProblem.ServerRefused refused => texts.DatabaseServerError(location, Why(refused.Detail, cause, texts)),
        StorageProblem.Other other => texts.DatabaseError(location, Why(other.Message, cause, texts)),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    // The driver's own words are English.
    private static string Why(string detail, Exception? cause, Texts texts, string? otherwise = null) =>
        cause is null ? detail : SystemErrors.Describe(cause, texts, otherwise);

    private static string Finding(string detail, Exception? cause) => cause?.GetBaseException() is SqliteException failure
        ? string.Create(CultureInfo.InvariantCulture, $"SQLite {failure.SqliteExtendedErrorCode}")
        : $"PRAGMA quick_check: {detail}";
}
