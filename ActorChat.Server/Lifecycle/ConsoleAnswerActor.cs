using System.Text;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Resources;
using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>Waits for the one answer to an order of the server's own console, and words it.</summary>
internal sealed class ConsoleAnswerActor : ReceiveActor
{
    // Longer than the console itself waits.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public ConsoleAnswerActor(IChatDialect dialect, Texts texts, IActorRef console)
    {
        SetReceiveTimeout(Limit);
        Receive<ChatEvent>(answer =>
        {
            console.Tell(new ServerEvent.OrderAnswered(answer is ChatEvent.OrderUsage usage
                ? ModerationTexts.ConsoleUsage(usage.Kind, texts)
                : Encoding.UTF8.GetString(dialect.Write(answer)).TrimEnd('\n')));
            Context.Stop(Self);
        });
        Receive<ReceiveTimeout>(_ => Context.Stop(Self));
    }

    public static Props PropsFor(IChatDialect dialect, Texts texts, IActorRef console) => Props.Create<ConsoleAnswerActor>(dialect, texts, console);
}
