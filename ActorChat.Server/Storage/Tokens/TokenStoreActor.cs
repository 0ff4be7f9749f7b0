using ActorChat.Server.Storage.Errors;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Tokens;

/// <summary>
/// Looks up tokens by a connection and on a thread of its own: each time anew, so that one which was revoked holds for no request more.
/// </summary>
internal sealed class TokenStoreActor : ReceiveActor, ILogReceive
{
    public const string Name = "tokens";

    // Each note is a commit, which the messages have to wait for.
    private static readonly TimeSpan NoteInterval = TimeSpan.FromMinutes(1);

    private readonly PersistenceContext _context;
    private readonly Reopenable<TokenStore> _store;
    private readonly FailureLog _failures;

    public TokenStoreActor(PersistenceContext context)
    {
        (_context, _store) = (context, new Reopenable<TokenStore>(context.OpenTokens));
        _failures = new FailureLog(context, Context.GetLogger(), (texts, why) => texts.TokensNotRead(why));
        Receive<FindToken>(OnFind);
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<TokenStoreActor>(context).WithDispatcher(context.Dispatchers.Accounts);

    // The sender waits for an answer.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is FindToken find)
            find.ReplyTo.Tell(new TokenFound(Token: null, IsKnown: false));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _store.Close();

    private void OnFind(FindToken find)
    {
        // A slow database may have kept it for longer than anybody waits.
        if (_context.Clock.GetElapsedTime(0) >= find.Until)
            return;
        ApiToken? token = null;
        var isKnown = Try(() => token = _store.UseOrRetry(store => store.Find(find.Hash)));
        find.ReplyTo.Tell(new TokenFound(token, isKnown));
        var now = _context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (token is not null && now - token.LastUsed >= NoteInterval.TotalMilliseconds)
            Try(() => _store.Open().NoteUse(find.Hash, now));
    }

    private bool Try(Action execute)
    {
        try
        {
            execute();
            return true;
        }
        catch (Exception failure) when (failure is OpenException or WriteException)
        {
            _store.Close();
            _failures.Write(failure);
            return false;
        }
    }
}

/// <summary>Asks <see cref="TokenStoreActor"/> whose token this is. Answered by <see cref="TokenFound"/>, while somebody waits.</summary>
/// <param name="Hash">The token's hash.</param>
/// <param name="ReplyTo">Receives the answer.</param>
/// <param name="Until">When the asker stops waiting, as time since the zero of this process's clock.</param>
internal sealed record FindToken(string Hash, IActorRef ReplyTo, TimeSpan Until)
{
    /// <summary>Shows no hash.</summary>
    public override string ToString() => nameof(FindToken);
}

/// <param name="Token">Null for nobody's.</param>
/// <param name="IsKnown">Whether the database could be read; why not stands in the log.</param>
internal sealed record TokenFound(ApiToken? Token, bool IsKnown);
