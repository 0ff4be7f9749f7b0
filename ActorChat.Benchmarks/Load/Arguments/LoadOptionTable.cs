using System.Globalization;
using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>Every option, in the order of the help.</summary>
internal static class LoadOptionTable
{
    public static readonly LoadOption[] All =
    [
        new("--chat", "HOST:PORT", "the chat port to put under load", (o, v) => Server(o, v, LoadKind.Say)),
        new("--confirm", "HOST:PORT", "the confirmation port, instead", (o, v) => Server(o, v, LoadKind.Confirm)),
        new("--tls", null, "by TLS, whatever certificate the server shows", (o, _) => o with { Tls = true }),
        new("--websocket", null, "--chat is the web port: JSON over a WebSocket", (o, _) => o with { WebSocket = true }),
        new("--members", "N", "members in all (100)", (o, v) => Whole(v, 1, 1_000_000) is { } n ? o with { Members = n } : null),
        new("--rooms", "N", "rooms among which they are dealt; 1: all stay where they come in (1)", (o, v) => Whole(v, 1, 10_000) is { } n ? o with { Rooms = n } : null),
        new("--senders", "N", "how many of them speak; clients at a time with --confirm (10)", (o, v) => Whole(v, 1, SpokenText.MostSenders) is { } n ? o with { Senders = n } : null),
        new("--outstanding", "N", "messages of each sender that not everybody has yet, 1 to 4096 (1)", (o, v) => Whole(v, 1, 4096) is { } n ? o with { Outstanding = n } : null),
        new("--rate", "N", "instead: messages a second of all senders together", (o, v) => Number(v, 0.01, 1e6) is { } n ? o with { Rate = n } : null),
        new("--size", "BYTES", $"of each message, from {SpokenText.Shortest} on (64)", (o, v) => Whole(v, SpokenText.Shortest, 1 << 16) is { } n ? o with { Size = n } : null),
        new("--stalled", "N", "further members who never read (0)", (o, v) => Whole(v, 0, 100_000) is { } n ? o with { Stalled = n } : null),
        new("--seconds", "N", "what is measured (10)", (o, v) => Number(v, 0.1, 86_400) is { } n ? o with { Length = TimeSpan.FromSeconds(n) } : null),
        new("--warm-up", "N", "seconds before that are not measured (1)", (o, v) => Number(v, 0, 3_600) is { } n ? o with { WarmUp = TimeSpan.FromSeconds(n) } : null),
        new("--patience", "N", "seconds without a sign of it until a message counts as lost (5)", (o, v) => Number(v, 1, 3_600) is { } n ? o with { Patience = TimeSpan.FromSeconds(n) } : null),
        new("--logins", null, "only log all members in, and leave", (o, _) => o with { Kind = LoadKind.Logins }),
        new("--idle", null, "only log all members in, and stay without a word for --seconds", (o, _) => o with { Kind = LoadKind.Idle }),
        new("--parallel", "N", "logins under way at a time (50)", (o, v) => Whole(v, 1, 10_000) is { } n ? o with { Parallel = n } : null),
        new("--nickname", "TEXT", "what all nicknames begin with (c and a random number)", (o, v) => v.Length is > 0 and <= 20 ? o with { Nickname = v } : null),
        new("--pid", "PID", "the server's process on this machine: adds its CPU and memory", (o, v) => Whole(v, 1, int.MaxValue) is { } n ? o with { Pid = n } : null),
        new("--json", null, "the report as one JSON object", (o, _) => o with { Json = true }),
    ];

    // The kinds that only log in are kinds of load for the chat port, wherever they stand on the line.
    private static LoadOptions? Server(LoadOptions options, string value, LoadKind kind) =>
        ServerName.TryParse(value, out _, out _)
            ? options with { Server = value, Kind = kind is LoadKind.Confirm || options.Kind is LoadKind.Say ? kind : options.Kind }
            : null;

    private static int? Whole(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;

    private static double? Number(string value, double least, double most) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;
}
