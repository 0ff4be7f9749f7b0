using System.Security.Authentication;
using ActorChat.Server.Errors;
using ActorChat.Server.Storage.Errors;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// Translates what the driver throws: MySQL's own errors by their numbers (https://mariadb.com/kb/en/mariadb-error-codes/), anything
/// without a number as an unreachable server.
/// </summary>
internal static class MySqlErrors
{
    // The driver's own, for any trouble on the way to the server.
    private const MySqlErrorCode NoNumber = MySqlErrorCode.UnableToConnectToHost;

    /// <summary>What a failed transaction means to whoever wanted to write.</summary>
    public static WriteException WhenWriting(Exception failure) =>
        new(IsTakenNumber(failure) ? WriteError.NumberTaken : FailureOf(NumberOf(failure)), Reason(failure), failure);

    /// <summary>What a failure means to whoever wanted to connect.</summary>
    public static OpenError WhenOpening(MySqlOptions options, Exception failure) => NumberOf(failure) switch
    {
        1045 or 1698 => new OpenError.LoginRefused(options.User, options.PasswordFrom),
        var number when IsForbidden(number) => new OpenError.NotPermitted(options.User, Reason(failure)),
        1049 => new OpenError.DatabaseMissing(options.Database),
        3159 => new OpenError.TlsNeeded(),
        > 0 => new OpenError.ServerRefused(Reason(failure)),
        _ when IsAboutThePassword(failure) => new OpenError.TlsNeeded(),
        _ when IsAboutTls(failure) => new OpenError.NoTls(Reason(failure)),
        _ when failure is NotSupportedException => new OpenError.ServerRefused(Reason(failure)),
        _ => new OpenError.Unreachable(Reason(failure)),
    };

    /// <summary>Whether the user lacks a right.</summary>
    public static bool IsForbidden(MySqlException failure) => IsForbidden(NumberOf(failure));

    private static bool IsForbidden(int number) => number is 1044 or 1142 or 1143 or 1227 or 1370;

    // The server names the index, and the row's values.
    private static bool IsTakenNumber(Exception failure) =>
        NumberOf(failure) == (int)MySqlErrorCode.DuplicateKeyEntry
        && failure.Message.Contains(MySqlMessageTable.NumberIndex + "'", StringComparison.Ordinal);

    private static WriteError FailureOf(int number) => number switch
    {
        1205 or 1213 => WriteError.Locked,

        // A value too long, of a wrong kind, out of range, of foreign characters (also in a comparison), double, missing, or against a
        // constraint or a trigger; or a new row when the numbers of an AUTO_INCREMENT column are used up.
        167 or 1048 or 1062 or 1264 or 1265 or 1267 or 1292 or 1300 or 1366 or 1406 or 1452 or 1467 or 1644 or 1977 or 3819 or 3854 or 4025 =>
            WriteError.UnfitValue,

        // No such table, no such column: opened anew, a missing table is made again, and a missing column is named.
        1054 or 1146 => WriteError.TableChanged,
        1021 or 1041 or 1114 => WriteError.Full,
        1290 or 1792 or 1836 => WriteError.NotWritable,
        _ when IsForbidden(number) => WriteError.NotWritable,
        > 0 => WriteError.Other,
        _ => WriteError.Unreachable,
    };

    /// <summary>The number that the server gave; 0 when the trouble was on the way.</summary>
    private static int NumberOf(Exception failure) =>
        SystemErrors.Causes(failure).OfType<MySqlException>().FirstOrDefault(cause => cause is { Number: > 0, ErrorCode: not NoNumber })?.Number ?? 0;

    // Without TLS the driver would have to trust any key, and refuses without a number.
    private static bool IsAboutThePassword(Exception failure) =>
        failure is MySqlException && failure.Message.Contains("secure connection", StringComparison.Ordinal);

    private static bool IsAboutTls(Exception failure) => SystemErrors.Causes(failure).Any(cause => cause is AuthenticationException
        || cause.Message.Contains("SSL", StringComparison.Ordinal) || cause.Message.Contains("TLS", StringComparison.Ordinal));

    // The driver's own exceptions say less than their cause: "Couldn't connect to server".
    private static string Reason(Exception failure)
    {
        var cause = failure.GetBaseException();
        return (cause is MySqlException ? failure : cause).Message;
    }
}
