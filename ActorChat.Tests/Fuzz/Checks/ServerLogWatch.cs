using System.Text.RegularExpressions;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>
/// Reads a server's standard error while it is written: complains of errors, exceptions and lines that are not of the log's form, and
/// finds the actors and connections in its reports. Keeps nothing of what is ordinary.
/// </summary>
/// <param name="complain">What is told.</param>
internal sealed partial class ServerLogWatch(Action<string> complain)
{
    // Time, level, path, each in its column.
    private const int TextColumn = 61;

    private static readonly string[] Ordinary = ["Conexión de ", "Fin de la conexión de ", "Mensaje privado de "];

    // What the server says of clients that it has to cut off, and of log lines that come faster than we read.
    private static readonly string[] ExpectedWarnings = ["Se corta la conexión de ", "Límite ", "No se escribieron en "];

    private readonly Lock _lock = new();
    private TaskCompletionSource<(int Actors, int Connections)> _report = NewReport();
    private int _actors;
    private bool _inTree;

    /// <summary>Completes with the next report: how many actors and chat connections there are.</summary>
    public Task<(int Actors, int Connections)> NextReport()
    {
        lock (_lock)
            return (_report = NewReport()).Task;
    }

    /// <summary>Takes a line. True when it is worth keeping.</summary>
    public bool Keep(string line)
    {
        if (!Form().IsMatch(line))
        {
            complain($"the server wrote '{DocumentedLines.Visible(line)}'");
            return true;
        }

        var text = line[TextColumn..];
        lock (_lock)
            ReadReport(text);
        if (Ordinary.Any(start => text.StartsWith(start, StringComparison.Ordinal)))
            return false;
        if (!IsHarmless(line, text))
            complain($"the server logged '{line}'");
        return true;
    }

    private static bool IsHarmless(string line, string text) => line[13] switch
    {
        'I' or 'D' => !text.Contains("Exception", StringComparison.Ordinal),
        'W' => ExpectedWarnings.Any(start => text.StartsWith(start, StringComparison.Ordinal)),
        _ => false,
    };

    private static TaskCompletionSource<(int Actors, int Connections)> NewReport() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void ReadReport(string text)
    {
        if (TreeHeading().IsMatch(text))
            (_inTree, _actors) = (true, 0);
        else if (text.StartsWith("Los actores más ocupados", StringComparison.Ordinal))
            _inTree = false;
        else if (_inTree)
            _actors += Folded().Match(text) is { Success: true } folded ? Number(folded.Groups[1]) : 1;
        else if (Connections().Match(text) is { Success: true } connections)
            _report.TrySetResult((_actors, Number(connections.Groups[1])));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d\d:\d\d:\d\d\.\d\d\d (DEBUG|INFO |WARN |ERROR) [^\s].{39}  \s*\S")]
    private static partial Regex Form();

    [GeneratedRegex(@"^actor +tipo +estado +")]
    private static partial Regex TreeHeading();

    [GeneratedRegex(@"^ *(\d+) actores ")]
    private static partial Regex Folded();

    [GeneratedRegex(@"^chat-listener: (\d+) (?:conexión|conexiones), ")]
    private static partial Regex Connections();
}
