using System.Security.Authentication;
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

    private const int SecureTransportRequired = 3159;

    // A value too long, of a wrong kind, out of range, of foreign characters (also in a comparison), double, missing, or against a
    // constraint or a trigger; or a new row when the numbers of an AUTO_INCREMENT column are used up.
    private static readonly HashSet<int> UnfitValue =
        [167, 1048, 1062, 1264, 1265, 1267, 1292, 1300, 1366, 1406, 1452, 1467, 1644, 1977, 3819, 3854, 4025];

    private static readonly HashSet<int> Forbidden = [1044, 1142, 1143, 1227, 1370];

    private static readonly HashSet<int> LoginDenied = [1045, 1698];

    private static readonly HashSet<int> Locked = [1205, 1213];

    private static readonly HashSet<int> Full = [1021, 1114, 1041];

    private static readonly HashSet<int> ReadOnly = [1290, 1792, 1836];

    // No such table, no such column: opened anew, a missing table is made again, and a missing column is named.
    private static readonly HashSet<int> TableChanged = [1146, 1054];

    /// <summary>What a failed transaction means to whoever wanted to write.</summary>
    public static WriteException WhenWriting(Exception failure) =>
        new(IsTakenNumber(failure) ? WriteError.NumberTaken : FailureOf(NumberOf(failure)), Reason(failure), failure);

    /// <summary>What a failure means to whoever wanted to connect.</summary>
    public static OpenError WhenOpening(MySqlOptions options, Exception failure) => NumberOf(failure) switch
    {
        var number when LoginDenied.Contains(number) => new OpenError.LoginRefused(options.User, options.PasswordFrom),
        var number when Forbidden.Contains(number) => new OpenError.NotPermitted(options.User, Reason(failure)),
        (int)MySqlErrorCode.UnknownDatabase => new OpenError.DatabaseMissing(options.Database),
        SecureTransportRequired => new OpenError.TlsNeeded(),
        > 0 => new OpenError.ServerRefused(Reason(failure)),
        _ when IsAboutThePassword(failure) => new OpenError.TlsNeeded(),
        _ when IsAboutTls(failure) => new OpenError.NoTls(Reason(failure)),
        _ when failure is NotSupportedException => new OpenError.ServerRefused(Reason(failure)),
        _ => new OpenError.Unreachable(Reason(failure)),
    };

    /// <summary>Whether the user lacks a right.</summary>
    public static bool IsForbidden(MySqlException failure) => Forbidden.Contains(NumberOf(failure));

    // The server names the index, and the row's values.
    private static bool IsTakenNumber(Exception failure) =>
        NumberOf(failure) == (int)MySqlErrorCode.DuplicateKeyEntry
        && failure.Message.Contains(MySqlMessageTable.NumberIndex + "'", StringComparison.Ordinal);

    private static WriteError FailureOf(int number) => number switch
    {
        _ when Locked.Contains(number) => WriteError.Locked,
        _ when UnfitValue.Contains(number) => WriteError.UnfitValue,
        _ when TableChanged.Contains(number) => WriteError.TableChanged,
        _ when Full.Contains(number) => WriteError.Full,
        _ when ReadOnly.Contains(number) || Forbidden.Contains(number) => WriteError.NotWritable,
        > 0 => WriteError.Other,
        _ => WriteError.Unreachable,
    };

    /// <summary>The number that the server gave; 0 when the trouble was on the way.</summary>
    private static int NumberOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is MySqlException { Number: > 0, ErrorCode: not NoNumber } numbered)
                return numbered.Number;
        }

        return 0;
    }

    // Without TLS the driver would have to trust any key, and refuses without a number.
    private static bool IsAboutThePassword(Exception failure) =>
        failure is MySqlException && failure.Message.Contains("secure connection", StringComparison.Ordinal);

    private static bool IsAboutTls(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is AuthenticationException
                || failure.Message.Contains("SSL", StringComparison.Ordinal)
                || failure.Message.Contains("TLS", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // The driver's own exceptions say less than their cause: "Couldn't connect to server".
    private static string Reason(Exception failure)
    {
        var cause = failure.GetBaseException();
        return (cause is MySqlException ? failure : cause).Message;
    }
}
