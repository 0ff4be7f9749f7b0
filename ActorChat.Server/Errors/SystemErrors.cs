using System.Net.Sockets;
using System.Security.Authentication;
using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace ActorChat.Server.Errors;

/// <summary>
/// Describes errors of the system, a database or its driver in the operator's language; exceptions are English only.
/// Rare errors become a number, with the database's own words if those name something of the operator's.
/// </summary>
internal static class SystemErrors
{
    /// <summary>Returns the reason as a part of a sentence.</summary>
    /// <param name="failure">The exception; its innermost known cause is described.</param>
    /// <param name="texts">The language.</param>
    /// <param name="fallback">Replaces the exception's type for unknown errors.</param>
    public static string Describe(Exception failure, Texts texts, string? fallback = null) =>
        Causes(failure).Reverse().Select(cause => DescribeOne(cause, texts)).FirstOrDefault(words => words is not null)
        ?? fallback ?? texts.UnknownFailure(failure.GetBaseException().GetType().Name);

    /// <summary>Returns the reason by the message of a lost <see cref="SocketException"/>.</summary>
    public static string DescribeSocket(string message, Texts texts) => SocketErrorWords.FromMessage(message, texts);

    /// <summary>Lists the exception and its inner ones, outermost first.</summary>
    public static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }

    private static string? DescribeOne(Exception cause, Texts texts) => cause switch
    {
        SqliteException sqlite => SqliteErrorWords.Describe(sqlite, texts),
        MySqlException mysql => MySqlErrorWords.Describe(mysql, texts),
        SocketException socket => SocketErrorWords.Describe(socket.SocketErrorCode, texts),
        AuthenticationException => texts.TlsFailed,
        TimeoutException => texts.AnswerOverdue,
        EndOfStreamException => texts.ConnectionLost,
        _ => FileErrorWords.Describe(cause, texts),
    };
}
