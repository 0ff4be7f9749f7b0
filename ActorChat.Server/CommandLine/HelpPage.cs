using System.Globalization;
using System.Text;
using ActorChat.Server.Resources;

namespace ActorChat.Server.CommandLine;

/// <summary>Renders <c>--help</c> within 80 columns.</summary>
internal static class HelpPage
{
    private const int Width = 80;
    private const string Indent = "  ";

    public static string Render(OptionSet options, Texts texts)
    {
        var page = new StringBuilder();
        foreach (var line in WordWrap.Lines(texts.ProgramDescription, Width))
            page.Append(line).Append('\n');
        Section(page, texts.UsageTitle, [(texts.UsageLine, "")]);
        Section(page, texts.OptionsTitle, [.. options.Describe()]);
        Section(page, texts.ExamplesTitle, Examples(texts), below: true);
        Section(page, texts.ExitCodesTitle, ExitCodes(texts));
        return page.ToString();
    }

    private static (string, string)[] Examples(Texts texts) =>
    [
        ("actorchat-server", texts.PlainExample),
        ("actorchat-server --host 0.0.0.0", texts.HostExample),
        ("actorchat-server --set actorchat.chat.port=4000 --set actorchat.language=en", texts.SetExample),
        (texts.PrintConfigExampleLine, texts.PrintConfigExample),
        (texts.ConfigExampleLine, texts.ConfigExample),
        (texts.BackupExampleLine, texts.BackupExample),
        (texts.ExportExampleLine, texts.ExportExample),
    ];

    private static (string, string)[] ExitCodes(Texts texts) =>
    [
        (Code(ExitCode.Success), texts.ExitSuccess),
        (Code(ExitCode.PortUnavailable), texts.ExitPortUnavailable),
        (Code(ExitCode.DatabaseUnavailable), texts.ExitDatabaseUnavailable),
        (Code(ExitCode.Usage), texts.ExitUsage),
        (Code(ExitCode.LibraryMissing), texts.ExitLibraryMissing),
        (Code(ExitCode.InternalError), texts.ExitInternalError),
        (Code(ExitCode.CannotCreate), texts.ExitCannotCreate),
        (Code(ExitCode.OutputFailed), texts.ExitOutputFailed),
        (Code(ExitCode.EndedBySignal), texts.ExitEndedBySignal),
    ];

    private static string Code(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static void Section(StringBuilder page, string title, (string Left, string Right)[] rows, bool below = false)
    {
        page.Append('\n').Append(title).Append('\n');
        var column = below ? 2 * Indent.Length : rows.Max(row => row.Left.Length) + (2 * Indent.Length);
        foreach (var (left, right) in rows)
        {
            var lines = WordWrap.Lines(right, Width - column);
            var first = below || lines.Count == 0 ? Indent + left : (Indent + left).PadRight(column) + lines[0];
            page.Append(first).Append('\n');
            foreach (var line in lines.Skip(below ? 0 : 1))
                page.Append(' ', column).Append(line).Append('\n');
        }
    }
}
