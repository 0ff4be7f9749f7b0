namespace ActorChat.Server.Resources;

// The operator's view of the actors: headings, states and messages of AdminConsole.
internal sealed partial class Texts
{
    public string AdminPrompt => Text();
    public string AdminActors => Text();
    public string AdminBusiest => Text();
    public string AdminConnections => Text();
    public string AdminHelp => Text();
    public string ActorHeading => Text();
    public string TypeHeading => Text();
    public string StateHeading => Text();

    /// <summary>Messages in the mailbox.</summary>
    public string MailboxHeading => Text();

    /// <summary>Messages worked on.</summary>
    public string ProcessedHeading => Text();

    public string RestartsHeading => Text();
    public string AgeHeading => Text();
    public string RateHeading => Text();

    /// <summary>The share of time at work.</summary>
    public string BusyHeading => Text();

    /// <summary>The current message.</summary>
    public string InWorkHeading => Text();

    public string ConnectionHeading => Text();
    public string NicknameHeading => Text();
    public string AddressHeading => Text();

    /// <summary>Time without input.</summary>
    public string IdleHeading => Text();

    /// <summary>Time without progress of the send queue.</summary>
    public string StalledHeading => Text();

    public string StateRunning => Text();
    public string StateStarting => Text();
    public string StateStopping => Text();
    public string StateRestarting => Text();
    public string NoConnections => Text();
    public string BusiestSinceStart => Text();
    public string LongestStalled => Text();
    public string LongestIdle => Text();
    public string UnknownAdminCommand(string word) => Format(nameof(UnknownAdminCommand), OneLine(word));
    public string AdminFailed(string why) => Format(nameof(AdminFailed), Reason(why));

    /// <summary>Many actors of one type in one row.</summary>
    public string ActorsFolded(int actors) => Format(nameof(ActorsFolded), actors);

    /// <summary>The same, with hidden descendants.</summary>
    public string ActorsFoldedWithMore(int actors, long below) => Format(nameof(ActorsFoldedWithMore), actors, below);

    public string SumAndMax(long sum, long max) => Format(nameof(SumAndMax), sum, max);
    public string BusiestSince(string time) => Format(nameof(BusiestSince), time);

    /// <summary>Connections that did not report.</summary>
    public string SilentConnections(int connections) => Format(nameof(SilentConnections), connections);

    public string ConnectionSums(string listener, int connections, int named, string idle, int stalled, string longestStalled) =>
        Format(nameof(ConnectionSums), listener, connections, named, idle, stalled, longestStalled);
}
