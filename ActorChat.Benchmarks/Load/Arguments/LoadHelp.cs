namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>The help of <c>load</c>.</summary>
internal static class LoadHelp
{
    private const string Head = """
        Puts a chat server under load, checks what arrives, and says how fast it was.

          dotnet run -c Release --project ActorChat.Benchmarks -- load --chat HOST:PORT [options]


        """;

    private const string Tail = """

        Examples:
          load --chat 127.0.0.1:1234 --members 100 --senders 10 --outstanding 4 --pid $(pgrep -x actorchat-serve)
          load --chat 127.0.0.1:1234 --members 1000 --rate 50 --stalled 5 --json
          load --chat 127.0.0.1:1234 --rooms 1000 --members 20000 --senders 1000 --rate 1000
          load --chat 127.0.0.1:1234 --members 10000 --idle --seconds 5 --pid 4711
          load --confirm 127.0.0.1:5000 --senders 50

        A server with default settings lets nobody write more than ten lines a second for long. Where that is not what you want to
        measure, start it with
          --set actorchat.limits.messages-per-second=0      as fast as it can
          --set actorchat.limits.max-connections=100000     for more than 10,000 members
          --set actorchat.limits.accepts-per-second=0       for --logins and --confirm
          --set actorchat.limits.max-connections-per-address=0   where the load comes from another machine
        What the server says to its members meanwhile stands in the report.

        Exit codes: 0 all arrived, once and in order; 1 something did not; 3 the server cannot be reached, or does not let all members
        in; 64 wrong arguments. Ctrl+C ends the measuring and reports what there is.

        """;

    /// <summary>The whole text.</summary>
    public static string Text => Head + string.Concat(LoadOptionTable.All.Select(Row)) + Tail;

    private static string Row(LoadOption option) => $"  {$"{option.Name} {option.Value}",-22}{option.Description}\n";
}
