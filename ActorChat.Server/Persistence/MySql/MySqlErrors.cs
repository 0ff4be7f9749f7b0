using System.Data.Common;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>MySQL's error numbers (https://mariadb.com/kb/en/mariadb-error-codes/) in the words of this program.</summary>
internal static class MySqlErrors
{
    private const int DatabaseAccessDenied = 1044;
    private const int LoginDenied = 1045;
    private const int UnknownDatabase = 1049;
    private const int LockWaitTimeout = 1205;
    private const int Deadlock = 1213;

    // A value too long, of a wrong kind, out of range, of foreign characters, double, missing, or against a constraint.
    private static readonly HashSet<int> UnfitValue = [1048, 1062, 1264, 1265, 1292, 1366, 1406, 1452, 3819, 4025];

    private static readonly HashSet<int> Forbidden = [1142, 1143, 1227, 1370];

    private static readonly HashSet<int> Full = [1021, 1114, 1041];

    private static readonly HashSet<int> ReadOnly = [1290, 1792, 1836];

    /// <summary>What a failed transaction means to whoever wanted to write.</summary>
    public static StorageException WhenWriting(DbException failure) => new(FailureOf(failure), failure.Message, failure);

    /// <summary>What a failure means to whoever wanted to connect.</summary>
    public static StorageProblem WhenOpening(MySqlOptions options, DbException failure) => MySqlDriver.ErrorNumber(failure) switch
    {
        LoginDenied => new StorageProblem.LoginRefused(options.User),
        DatabaseAccessDenied => new StorageProblem.NotPermitted(options.User, failure.Message),
        UnknownDatabase => new StorageProblem.DatabaseMissing(options.Database),
        var number when Forbidden.Contains(number) => new StorageProblem.NotPermitted(options.User, failure.Message),
        _ when IsAboutTls(failure) => new StorageProblem.NoTls(Innermost(failure)),
        var number when number is 0 or 1042 or >= 2000 and < 3000 => new StorageProblem.Unreachable(Innermost(failure)),
        _ => new StorageProblem.ServerRefused(failure.Message),
    };

    private static StorageFailure FailureOf(DbException failure) => MySqlDriver.ErrorNumber(failure) switch
    {
        LockWaitTimeout or Deadlock => StorageFailure.Locked,
        var number when UnfitValue.Contains(number) => StorageFailure.UnfitValue,
        var number when Full.Contains(number) => StorageFailure.Full,
        var number when ReadOnly.Contains(number) || Forbidden.Contains(number) => StorageFailure.NotWritable,
        var number when number is 0 or 1042 or >= 2000 and < 3000 => StorageFailure.Unreachable,
        _ => StorageFailure.Other,
    };

    private static bool IsAboutTls(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is System.Security.Authentication.AuthenticationException
                || failure.Message.Contains("SSL", StringComparison.Ordinal)
                || failure.Message.Contains("TLS", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Innermost(Exception failure) => failure.GetBaseException().Message;
}
