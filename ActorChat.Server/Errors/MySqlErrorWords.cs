using ActorChat.Server.Resources;
using MySqlConnector;

namespace ActorChat.Server.Errors;

/// <summary>Describes MySQL and MariaDB errors by number: https://mariadb.com/kb/en/mariadb-error-codes/.</summary>
internal static class MySqlErrorWords
{
    public static string Describe(MySqlException failure, Texts texts) => failure.ErrorCode switch
    {
        MySqlErrorCode.UnableToConnectToHost => DescribeDriverError(failure, texts),
        MySqlErrorCode.CommandTimeoutExpired => texts.AnswerOverdue,
        _ when failure.Number <= 0 => DescribeDriverError(failure, texts),
        _ => FindByNumber(failure.Number, texts) ?? texts.ServerErrorMessage(failure.Number, failure.Message),
    };

    // Connection failures that have neither a number nor an inner system exception.
    private static string DescribeDriverError(MySqlException failure, Texts texts) => failure switch
    {
        _ when Mentions(failure, "SSL") || Mentions(failure, "TLS") => texts.TlsNotOffered,
        _ when Mentions(failure, "Timeout") || Mentions(failure, "timeout") => texts.AnswerOverdue,
        _ when Mentions(failure, "Unable to connect") => texts.CannotConnect,
        _ => texts.NoMySqlAnswer,
    };

    private static bool Mentions(MySqlException failure, string word) => failure.Message.Contains(word, StringComparison.Ordinal);

    private static string? FindByNumber(int number, Texts texts) => number switch
    {
        1040 or 1203 or 1226 => texts.ServerTooManyConnections,
        1045 or 1698 => texts.LoginRefused,
        1044 or 1142 or 1143 or 1227 or 1370 => texts.ServerNoPermission(number),
        1049 => texts.NoSuchDatabase,
        1129 => texts.ServerBlocksHost,
        1130 => texts.ServerRefusesHost,
        1146 => texts.NoSuchTable,
        1205 or 1213 => texts.Locked,
        1021 or 1114 => texts.ServerDiskFull,
        1037 or 1038 or 1041 => texts.ServerOutOfMemory,
        1053 or 1077 or 1079 or 1080 => texts.ServerShuttingDown,
        1317 or 1927 or 3169 => texts.ConnectionKilled,
        1290 or 1792 or 1836 => texts.ReadOnly,
        1048 or 1062 or 1264 or 1265 or 1292 or 1366 or 1406 or 1452 or 3819 or 4025 => texts.UnfitValue(number),
        _ => null,
    };
}
