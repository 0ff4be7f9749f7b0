namespace ActorChat.Server.Resources;

// The operator's view of the actors: headings, states and messages of AdminConsole.
internal sealed partial class Texts
{
    public string AdminPrompt => Text();
    public string AdminActors => Text();
    public string AdminBusiest => Text();
    public string AdminConnections => Text();
    public string AdminOrder => Text();
    public string AdminHelp => Text();
    public string ActorHeading => Text();
    public string TypeHeading => Text();
    public string StateHeading => Text();
    public string MailboxHeading => Text();
    public string ProcessedHeading => Text();
    public string RestartsHeading => Text();
    public string AgeHeading => Text();
    public string RateHeading => Text();
    public string BusyHeading => Text();
    public string InWorkHeading => Text();
    public string ConnectionHeading => Text();
    public string NicknameHeading => Text();
    public string AddressHeading => Text();
    public string IdleHeading => Text();
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
    public string UnknownAdminCommandMeant(string word, string nearest) => Format(nameof(UnknownAdminCommandMeant), OneLine(word), nearest);
    public string AdminFailed(string why) => Format(nameof(AdminFailed), Reason(why));
    public string ActorsFolded(int actors) => Format(nameof(ActorsFolded), actors);
    public string ActorsFoldedWithMore(int actors, long below) => Format(nameof(ActorsFoldedWithMore), actors, below);
    public string SumAndMax(long sum, long max) => Format(nameof(SumAndMax), sum, max);
    public string BusiestSince(string time) => Format(nameof(BusiestSince), time);
    public string SilentConnections(int connections) => Format(nameof(SilentConnections), connections);

    public string ConnectionSums(string listener, int connections, int named, string idle, int stalled, string longestStalled) =>
        Format(nameof(ConnectionSums), listener, connections, named, idle, stalled, longestStalled);
}
