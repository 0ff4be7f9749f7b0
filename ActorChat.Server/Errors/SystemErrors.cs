using System.Net.Sockets;
using System.Security.Authentication;
using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace ActorChat.Server.Errors;

/// <summary>
/// Says why the system, a database or its driver refused, in the operator's language: exceptions speak English only. Errors that
/// nobody meets often are their number, with the database's own words behind it where those name something of the operator's.
/// </summary>
internal static class SystemErrors
{
    /// <summary>The reason, for the middle of a sentence.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="texts">The language.</param>
    /// <param name="otherwise">What to say of anything unknown; null for the kind of the exception.</param>
    public static string Describe(Exception failure, Texts texts, string? otherwise = null) =>
        Causes(failure).Reverse().Select(cause => DescribeOne(cause, texts)).FirstOrDefault(words => words is not null)
        ?? otherwise ?? texts.UnknownFailure(failure.GetBaseException().GetType().Name);

    /// <summary>The reason, of which there is only the message that a <see cref="SocketException"/> had.</summary>
    public static string DescribeSocket(string message, Texts texts) => SocketErrorWords.FromMessage(message, texts);

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

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }
}
