using System.Globalization;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Errors;

/// <summary>A <see cref="OpenError"/> in words.</summary>
internal static class OpenErrorTexts
{
    /// <summary>One line that says why the database cannot be used and how to mend it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="location">Which database, as in <see cref="OpenException.Location"/>.</param>
    /// <param name="texts">In whose language.</param>
    /// <param name="cause">What the system or the driver threw; null where the problem was found without it.</param>
    public static string Describe(this OpenError problem, string location, Texts texts, Exception? cause = null) => problem switch
    {
        OpenError.PathIsFolder => texts.DatabaseIsFolder(location),
        OpenError.PathIsSpecial => texts.DatabaseIsSpecial(location),
        OpenError.FolderMissing => texts.FolderMissing(location),
        OpenError.FileMissing => texts.DatabaseFileMissing(location),
        OpenError.FolderNotWritable or OpenError.FileNotWritable or OpenError.NoAccess => texts.ReadOnlyDatabase(location),
        OpenError.NotSqlite => texts.NotADatabase(location),
        OpenError.Damaged damaged => texts.DatabaseDamaged(location, Finding(damaged.Detail, cause)),
        OpenError.NewerSchema { OnServer: true } newer => texts.DatabaseServerTooNew(location, newer.Found, newer.Known),
        OpenError.NewerSchema newer => texts.DatabaseTooNew(location, newer.Found, newer.Known),
        OpenError.UnknownTable table => texts.UnknownTable(location, table.Table, table.Column),
        OpenError.NoWriteAheadLog kept => texts.DatabaseWithoutLog(location, kept.Mode),
        OpenError.Locked => texts.DatabaseLocked(location),
        OpenError.Unreachable unreachable => texts.DatabaseServerUnreachable(location, Why(unreachable.Detail, cause, texts, texts.NoMySqlAnswer)),
        OpenError.LoginRefused { PasswordFrom: { } setting } => texts.DatabaseLoginRefused(location, setting),
        OpenError.LoginRefused => texts.DatabaseLoginWithoutPassword(location),
        OpenError.DatabaseMissing missing => texts.DatabaseMissing(location, missing.Database),
        OpenError.NotPermitted forbidden => texts.DatabaseNotPermitted(location, Why(forbidden.Detail, cause, texts)),
        OpenError.NoTls tls => texts.DatabaseWithoutTls(location, Why(tls.Detail, cause, texts)),
        OpenError.TlsNeeded => texts.DatabaseNeedsTls(location),
        OpenError.TableLacksColumn table => texts.TableLacksColumn(location, table.Table, table.Column),
        OpenError.ColumnNeedsValue table => texts.ColumnNeedsValue(location, table.Table, table.Column),
        OpenError.ServerRefused when cause is NotSupportedException => texts.DatabaseServerError(location, texts.LoginMethodUnknown),
        OpenError.ServerRefused refused => texts.DatabaseServerError(location, Why(refused.Detail, cause, texts)),
        OpenError.Other other => texts.DatabaseError(location, Why(other.Message, cause, texts)),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    // The driver's own words are English.
    private static string Why(string detail, Exception? cause, Texts texts, string? otherwise = null) =>
        cause is null ? detail : SystemErrors.Describe(cause, texts, otherwise);

    private static string Finding(string detail, Exception? cause) => cause?.GetBaseException() is SqliteException failure
        ? string.Create(CultureInfo.InvariantCulture, $"SQLite {failure.SqliteExtendedErrorCode}")
        : $"PRAGMA quick_check: {detail}";
}
