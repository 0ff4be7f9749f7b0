using System.Globalization;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Consoles;

/// <summary>One line a message, in the server's own words. What only programs read is put as a classic client gets it.</summary>
internal sealed class TextRenderer(Texts texts) : IConsoleEventRenderer
{
    private string _current = "", _me = "";

    public bool ShowsNumbers => false;

    public string Render(ConsoleEvent consoleEvent) => consoleEvent switch
    {
        ConsoleEvent.Received { Line: ServerLine.Public { Number: > 0 } said } =>
            IsOwn(said) ? "" : Classic(said, RoomOf(said)),
        ConsoleEvent.Received received => Observe(received.Line),
        ConsoleEvent.Found { Line: var said, IsSearch: var isSearch } =>
            Classic(said, isSearch ? $"{said.Room} {said.Number}" : RoomOf(said)),
        ConsoleEvent.PageEnded ended => ended.Describe(texts) is { Length: > 0 } words ? $"{words}\n" : "",
        ConsoleEvent.RoomsChanged changed => Observe(changed),
        ConsoleEvent.Answered answered => $"{texts.ServerPrefix}{answered.Text}\n",

        // A person sees what was typed already, and a script knows what it sends.
        ConsoleEvent.Sent or ConsoleEvent.Settled or ConsoleEvent.Learned or ConsoleEvent.PasswordWanted => "",
        _ => throw new ArgumentOutOfRangeException(nameof(consoleEvent)),
    };

    private static string Classic(ServerLine.Public said, string mark)
    {
        var sent = said is { IsPast: true, Instant: { } instant }
            ? instant.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "";
        var marks = $"{mark} {sent}".Trim();
        return $"{(marks.Length > 0 ? $"[{marks}] " : "")}{said.Nick}: {said.Said}\n";
    }

    private bool IsOwn(ServerLine.Public said) => !said.IsPast && CaseFolding.Comparer.Equals(said.Nick, _me);

    private string RoomOf(ServerLine.Public said) => CaseFolding.Comparer.Equals(said.Room, _current) ? "" : said.Room;

    private string Observe(ServerLine line)
    {
        _me = line is ServerLine.Welcome welcome ? welcome.Nick : _me;
        return $"{line.Text}\n";
    }

    private string Observe(ConsoleEvent.RoomsChanged changed)
    {
        _current = changed.Current;
        return "";
    }
}
