using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Posix;

namespace ActorChat.Client.Resources;

/// <summary>
/// Every word that the client says, in one language: Spanish (<c>Texts.resx</c>, also what is missing elsewhere) or English
/// (<c>Texts.en.resx</c>). Each member is the resource of the same name.
/// </summary>
internal sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    private Texts(string language) => Culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The default.</summary>
    public static Texts Spanish { get; } = new("es");

    /// <summary>The other language.</summary>
    public static Texts English { get; } = new("en");

    /// <summary>The language, and how numbers are written in it.</summary>
    public CultureInfo Culture { get; }

    public string Description => Get();

    public string OptionConfirm => Get();

    public string OptionNick => Get();

    public string OptionJson => Get();

    public string OptionNoColor => Get();

    public string OptionLang => Get();

    public string OptionVersion => Get();

    public string OptionHelp => Get();

    public string NameOfHost => Get();

    public string NameOfPort => Get();

    public string NameOfNick => Get();

    public string NameOfRate => Get();

    /// <summary>What follows the list of options: examples and exit codes; several lines.</summary>
    public string HelpEpilogue => Get();

    public string NickWithConfirm => Get();

    /// <summary>Stands before each line of an answer of the confirmation port.</summary>
    public string ServerPrefix => Get();

    public string Unanswered => Get();

    public string RefusedByServer => Get();

    public string Interrupted => Get();

    /// <summary>In the prompt, while the first connection is made.</summary>
    public string StateConnecting => Get();

    /// <summary>In the prompt, after the connection was lost.</summary>
    public string StateReconnecting => Get();

    /// <summary>A line could not be entered, because there is no connection, and stays.</summary>
    public string LineKept => Get();

    public string AlreadyConnected => Get();

    public string PasteDropped => Get();

    /// <summary>The connection was lost before all of a paste was sent.</summary>
    public string PasteCutShort => Get();

    public string NicknameRefused => Get();

    /// <summary>The client's own keys and commands; several lines.</summary>
    public string ClientHelp => Get();

    /// <summary>Heads the server's own list of commands.</summary>
    public string ServerCommands => Get();

    /// <summary>The key that connects at once.</summary>
    public string ReconnectKey => Get();

    /// <summary>The command that connects at once.</summary>
    public string ReconnectCommand => Get();

    public string LineNotUtf8 => Get();

    public string LineHasCarriageReturn => Get();

    public string LineTooLong => Format(nameof(LineTooLong), LineAssembler.MaxBytes);

    public string LineCutByTerminal => Format(nameof(LineCutByTerminal), LineAssembler.MaxTypedBytes);

    /// <summary>The mark at the end of a paste has not come.</summary>
    public string PasteUnfinished => Get();

    /// <summary>The terminal has sent bytes that are no UTF-8.</summary>
    public string NotText => Get();

    public string OneMoreLine => Get();

    public string OneCharacterCut => Get();

    public string CauseClosed => Get();

    public string CauseDirectory => Get();

    public string CauseFull => Get();

    public string CauseForbidden => Get();

    public string CauseDevice => Get();

    public string OptionHost(string byDefault) => Format(nameof(OptionHost), byDefault);

    public string OptionPort(int chat, int confirmation) => Format(nameof(OptionPort), chat, confirmation);

    public string OptionRate(int burst, int linesPerSecond) => Format(nameof(OptionRate), burst, linesPerSecond);

    public string UnknownArgument(string argument) => Format(nameof(UnknownArgument), argument);

    /// <param name="argument">As it was typed.</param>
    /// <param name="suggested">The option that was probably meant.</param>
    public string UnknownButLike(string argument, string suggested) => Format(nameof(UnknownButLike), argument, suggested);

    public string DidYouMean(string command) => Format(nameof(DidYouMean), command);

    public string MissingValue(string option) => Format(nameof(MissingValue), option);

    public string WrongPort(string value) => Format(nameof(WrongPort), value);

    public string WrongRate(string value, int max) => Format(nameof(WrongRate), value, max);

    public string WrongHost(string value) => Format(nameof(WrongHost), value);

    public string WrongNick(string value) => Format(nameof(WrongNick), value);

    public string WrongLanguage(string value) => Format(nameof(WrongLanguage), value);

    public string ServerClosed(ServerAddress server) => Format(nameof(ServerClosed), server);

    public string ConnectionLost(ServerAddress server) => Format(nameof(ConnectionLost), server);

    /// <param name="excerpt">The message's beginning, fit for one line.</param>
    /// <param name="reason">Another of these texts.</param>
    public string NotConfirmed(string excerpt, string reason) => Format(nameof(NotConfirmed), excerpt, reason);

    /// <summary>What stands at the end of a line of which <paramref name="leftOut"/> characters are not shown.</summary>
    public string LineCut(long leftOut) => leftOut is 1 ? OneCharacterCut : Format(nameof(LineCut), leftOut);

    /// <summary>A question; ends with a space.</summary>
    public string SendPasted(int lines) => Format(nameof(SendPasted), lines);

    public string MoreLines(int lines) => lines is 1 ? OneMoreLine : Format(nameof(MoreLines), lines);

    /// <summary>A line cannot be sent as it was given.</summary>
    /// <param name="number">Its place in the input, from 1.</param>
    /// <param name="flaw">Why.</param>
    public string LineRefused(long number, InputFlaw flaw) => Format(nameof(LineRefused), number, Reason(flaw));

    public string LineHasControl(string character) => Format(nameof(LineHasControl), character);

    /// <summary>A line is longer than servers usually take, and stays.</summary>
    public string LongLine(int bytes, int max) => Format(nameof(LongLine), bytes, max);

    /// <summary>Some of the pasted lines are longer than servers usually take.</summary>
    public string LongLines(int lines, int max) => lines is 1 ? OneLongLine(max) : Format(nameof(LongLines), lines, max);

    public string OneLongLine(int max) => Format(nameof(OneLongLine), max);

    /// <summary>Text does not fit into the line, or the paste is too big; nothing of it was taken.</summary>
    public string TooMuch(int maxCharacters) => Format(nameof(TooMuch), maxCharacters);

    /// <summary>The server ended the connection; it is tried again.</summary>
    /// <param name="hasKeys">Whether a key can be pressed for that.</param>
    public string ClosedTryingAgain(bool hasKeys) => Format(nameof(ClosedTryingAgain), hasKeys ? ReconnectKey : ReconnectCommand);

    /// <summary>The connection broke; it is tried again.</summary>
    /// <inheritdoc cref="ClosedTryingAgain"/>
    public string LostTryingAgain(bool hasKeys) => Format(nameof(LostTryingAgain), hasKeys ? ReconnectKey : ReconnectCommand);

    public string NewDay(DateOnly day) => Format(nameof(NewDay), day.ToString("D", Culture));

    /// <param name="nick">Ours.</param>
    /// <param name="from">When the connection was lost.</param>
    /// <param name="to">Until when nothing was received.</param>
    public string BackAgain(string nick, string from, string to) => Format(nameof(BackAgain), nick, from, to);

    /// <param name="excerpt">The beginning of a line that was sent.</param>
    public string PerhapsNotArrived(string excerpt) => Format(nameof(PerhapsNotArrived), excerpt);

    /// <summary>A line was entered while there is no connection, and is gone.</summary>
    /// <param name="excerpt">Its beginning.</param>
    public string NotSent(string excerpt) => Format(nameof(NotSent), excerpt);

    /// <param name="cause">What the system says.</param>
    public string HistoryNotKept(Exception cause) => Format(nameof(HistoryNotKept), Reason(cause));

    /// <inheritdoc cref="HistoryNotKept"/>
    public string InputFailed(Exception cause) => Format(nameof(InputFailed), Reason(cause));

    /// <inheritdoc cref="HistoryNotKept"/>
    public string OutputFailed(Exception cause) => Format(nameof(OutputFailed), Reason(cause));

    /// <summary>What is wrong and how to mend it, for each reason why there is no connection.</summary>
    public string CannotConnect(ConnectFailure why, ServerAddress server) => why switch
    {
        ConnectFailure.Refused => Format("NoServer", server),
        ConnectFailure.UnknownHost => Format("UnknownHost", server.Host),
        ConnectFailure.Unreachable => Format("Unreachable", server),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    private string Reason(InputFlaw flaw) => flaw switch
    {
        InputFlaw.TooLong => LineTooLong,
        InputFlaw.CutByTerminal => LineCutByTerminal,
        InputFlaw.NotUtf8 => LineNotUtf8,
        InputFlaw.Control { Character: '\r' } => LineHasCarriageReturn,
        InputFlaw.Control control => LineHasControl($"U+{(int)control.Character:X4}"),
        _ => throw new ArgumentOutOfRangeException(nameof(flaw)),
    };

    // The system's own words, which are English, only where there are none of ours.
    private string Reason(Exception cause) => SystemError.Of(cause) switch
    {
        SystemErrorKind.Closed => CauseClosed,
        SystemErrorKind.Directory => CauseDirectory,
        SystemErrorKind.Full => CauseFull,
        SystemErrorKind.Forbidden => CauseForbidden,
        SystemErrorKind.Device => CauseDevice,
        _ => cause.Message,
    };

    private string Format(string name, params object[] values) => string.Format(Culture, Get(name), values);

    private string Get([CallerMemberName] string name = "") =>
        Resources.GetString(name, Culture) ?? throw new MissingManifestResourceException(name);
}
