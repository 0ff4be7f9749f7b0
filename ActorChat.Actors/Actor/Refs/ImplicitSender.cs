namespace Akka.Actor;

/// <summary>
/// Who sends a message that is told without a sender: inside an actor that actor, elsewhere nobody, unless a test kit has named
/// somebody for the flow of its test.
/// </summary>
internal static class ImplicitSender
{
    private static readonly AsyncLocal<IActorRef?> OfTest = new();

    /// <summary>The sender; null for nobody.</summary>
    public static IActorRef? Current => ActorCell.Current is { } cell ? cell.Self : OfTest.Value;

    /// <summary>Names who sends what is told outside of actors from here on, in this flow of execution and those that it starts.</summary>
    public static void SetOutsideActors(IActorRef sender) => OfTest.Value = sender;
}
