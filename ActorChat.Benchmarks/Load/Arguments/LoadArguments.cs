namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>Understands what follows <c>load</c>, without doing anything about it.</summary>
internal static class LoadArguments
{
    // One number for each pair of a member and a sender is kept.
    private const long MostPairs = 200_000_000;

    /// <summary>Help wins over everything else; of several mistakes the first is told.</summary>
    public static LoadRequest Parse(ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty || arguments.ContainsAny("--help", "-h"))
            return new LoadRequest.Help();

        var options = new LoadOptions();
        var given = new HashSet<string>();
        while (!arguments.IsEmpty)
        {
            var name = arguments[0];
            if (Array.Find(LoadOptionTable.All, row => row.Name == name) is not { } option)
                return new LoadRequest.Refuse($"{name}: no such option; --help lists them");
            if (!given.Add(name))
                return new LoadRequest.Refuse($"{name} is given twice");
            var length = option.Value is null ? 1 : 2;
            if (arguments.Length < length)
                return new LoadRequest.Refuse($"{name} needs a value, {option.Value}: {option.Description}");
            if (option.Set(options, arguments[length - 1]) is not { } changed)
                return new LoadRequest.Refuse($"{name} cannot be '{arguments[1]}': {option.Description}");
            options = changed;
            arguments = arguments[length..];
        }

        return Contradiction(options, given) is { } message ? new LoadRequest.Refuse(message) : new LoadRequest.Run(options);
    }

    private static string? Contradiction(LoadOptions options, HashSet<string> given)
    {
        string[][] either = [["--chat", "--confirm"], ["--rate", "--outstanding"], ["--logins", "--idle"], ["--logins", "--confirm"], ["--idle", "--confirm"],
            ["--rate", "--confirm"], ["--outstanding", "--confirm"], ["--members", "--confirm"], ["--rooms", "--confirm"], ["--stalled", "--confirm"],
            ["--tls", "--confirm"], ["--websocket", "--confirm"]];
        if (Array.Find(either, given.IsSupersetOf) is [var one, var other])
            return $"{one} and {other} do not go together";
        return options switch
        {
            { Server: "" } => "which server? --chat HOST:PORT or --confirm HOST:PORT",
            { Kind: LoadKind.Say, Members: < 2 } => "--members: somebody must speak and somebody hear it, so at least 2",
            { Kind: LoadKind.Say } when options.Members < 2L * options.Rooms => "--rooms: each needs two members at least",
            { Kind: LoadKind.Say } when options.Senders > options.Members => "--senders: no more than --members",
            { Kind: LoadKind.Say } when (long)options.Members * options.Senders > MostPairs => "--members times --senders is too much to check",
            _ => null,
        };
    }
}
