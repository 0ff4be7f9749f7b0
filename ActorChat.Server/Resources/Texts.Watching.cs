namespace ActorChat.Server.Resources;

// What the operator is told who looks at the actors.
internal sealed partial class Texts
{
    /// <summary>Shown at the start where somebody can type.</summary>
    public string InspectionInvitation => Text();

    /// <summary>A line of the help on what can be asked.</summary>
    public string InspectionActors => Text();

    /// <summary>A line of the help on what can be asked.</summary>
    public string InspectionBusiest => Text();

    /// <summary>A line of the help on what can be asked.</summary>
    public string InspectionConnections => Text();

    /// <summary>A line of the help on what can be asked.</summary>
    public string InspectionMore => Text();

    /// <summary>A heading.</summary>
    public string ActorHeading => Text();

    /// <summary>A heading.</summary>
    public string TypeHeading => Text();

    /// <summary>A heading.</summary>
    public string StateHeading => Text();

    /// <summary>A heading: messages in the mailbox.</summary>
    public string MailboxHeading => Text();

    /// <summary>A heading: messages worked on.</summary>
    public string ProcessedHeading => Text();

    /// <summary>A heading.</summary>
    public string RestartsHeading => Text();

    /// <summary>A heading.</summary>
    public string AgeHeading => Text();

    /// <summary>A heading.</summary>
    public string RateHeading => Text();

    /// <summary>A heading: the share of the time that an actor worked.</summary>
    public string BusyHeading => Text();

    /// <summary>A heading: the message in work.</summary>
    public string InWorkHeading => Text();

    /// <summary>A heading.</summary>
    public string ConnectionHeading => Text();

    /// <summary>A heading.</summary>
    public string NicknameHeading => Text();

    /// <summary>A heading.</summary>
    public string AddressHeading => Text();

    /// <summary>A heading: how long nothing came.</summary>
    public string IdleHeading => Text();

    /// <summary>A heading: how long nothing was taken of what waits.</summary>
    public string StalledHeading => Text();

    /// <summary>A state of an actor.</summary>
    public string StateRunning => Text();

    /// <summary>A state of an actor.</summary>
    public string StateStarting => Text();

    /// <summary>A state of an actor.</summary>
    public string StateStopping => Text();

    /// <summary>A state of an actor.</summary>
    public string StateRestarting => Text();

    /// <summary>The list of connections is empty.</summary>
    public string NoConnections => Text();

    /// <summary>Above the busiest actors, the first time.</summary>
    public string BusiestSinceStart => Text();

    /// <summary>Above some connections.</summary>
    public string LongestStalled => Text();

    /// <summary>Above some connections.</summary>
    public string LongestIdle => Text();

    /// <summary>A word that is no command.</summary>
    public string UnknownInspection(string word) => Format(nameof(UnknownInspection), OneLine(word));

    /// <summary>Something went wrong with an answer.</summary>
    public string InspectionFailed(string why) => Format(nameof(InspectionFailed), Reason(why));

    /// <summary>Many actors of one type in one row.</summary>
    public string ActorsFolded(int actors) => Format(nameof(ActorsFolded), actors);

    /// <summary>The same, with those below them, which are not shown.</summary>
    public string ActorsFoldedWithMore(int actors, long below) => Format(nameof(ActorsFoldedWithMore), actors, below);

    /// <summary>A sum over many actors, and the most of one.</summary>
    public string SumAndMost(long sum, long most) => Format(nameof(SumAndMost), sum, most);

    /// <summary>Above the busiest actors.</summary>
    public string BusiestSince(string time) => Format(nameof(BusiestSince), time);

    /// <summary>Some connections were asked and said nothing.</summary>
    public string SilentConnections(int connections) => Format(nameof(SilentConnections), connections);

    /// <summary>The connections of a port.</summary>
    public string ConnectionSums(string listener, int connections, int named, string idle, int stalled, string longestStalled) => Format(nameof(ConnectionSums), listener, connections, named, idle, stalled, longestStalled);
}
