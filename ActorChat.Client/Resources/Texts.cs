using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using ActorChat.Client.Input;
using ActorChat.Client.Net;

namespace ActorChat.Client.Resources;

/// <summary>
/// The client's words in one language: Spanish (<c>Texts.resx</c>, also what is missing elsewhere) or English (<c>Texts.en.resx</c>). Each
/// member is the resource of the same name.
/// </summary>
internal sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    // In the order of POSIX.
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private Texts(string language) => Culture = CultureInfo.GetCultureInfo(language);

    public static Texts Spanish { get; } = new("es");

    public static Texts English { get; } = new("en");

    public CultureInfo Culture { get; }

    public string Description => Get();
    public string OptionConfirm => Get();
    public string OptionNick => Get();
    public string OptionJson => Get();
    public string OptionNoColor => Get();
    public string OptionLang => Get();
    public string OptionVersion => Get();
    public string OptionHelp => Get();
    public string OptionTls => Get();
    public string OptionTlsCa => Get();
    public string OptionTlsFingerprint => Get();
    public string TrustQuestion => Get();
    public string NameOfFile => Get();
    public string NameOfHost => Get();
    public string NameOfPort => Get();
    public string NameOfNick => Get();
    public string NameOfRate => Get();
    public string NickWithConfirm => Get();
    public string Unanswered => Get();
    public string RefusedByServer => Get();
    public string TimedOut => Get();
    public string Interrupted => Get();
    public string AlreadyConnected => Get();
    public string PasteDropped => Get();
    public string PasteUnfinished => Get();
    public string NicknameRefused => Get();
    public string ReconnectKey => Get();
    public string ReconnectCommand => Get();
    public string LineNotUtf8 => Get();
    public string LineHasCarriageReturn => Get();
    public string OneMoreLine => Get();
    public string OneCharacterCut => Get();
    public string CauseClosed => Get();
    public string CauseDirectory => Get();
    public string CauseFull => Get();
    public string CauseForbidden => Get();
    public string CauseDevice => Get();

    /// <summary>Examples and exit codes, below the list of options; several lines.</summary>
    public string HelpEpilogue => Get();

    public string ServerPrefix => Get();
    public string StateConnecting => Get();
    public string StateReconnecting => Get();
    public string StateAway => Get();

    /// <summary>Another has taken the nickname with its password; the user decides whether to take it back.</summary>
    public string NotTryingAgain => Get();

    /// <summary>As <see cref="NotTryingAgain"/>, for who was expelled or banned.</summary>
    public string PutOut => Get();

    /// <summary>The question for the nickname, or its password, stays open though the server waits no longer.</summary>
    public string NicknameLater => Get();

    /// <summary>The same for a script, which ends.</summary>
    public string PutOutForGood(ServerAddress server) => Format(nameof(PutOutForGood), server);

    /// <summary>A line was not sent for lack of a connection, and stays in the edit line.</summary>
    public string LineKept => Get();

    public string PasteCutShort => Get();

    /// <summary>The client's own keys and commands; several lines.</summary>
    public string ClientHelp => Get();

    public string ServerCommands => Get();
    public string NotText => Get();
    public string AskPassword => Get();
    public string AskOldPassword => Get();
    public string AskNewPassword => Get();
    public string AskPasswordAgain => Get();
    public string PasswordsDiffer => Get();
    public string PasswordHasSpace => Get();
    public string HistoryUnanswered => Get();
    public string NothingOlder => Get();
    public string RoomsUnanswered => Get();
    public string EndOfHistory => Get();
    public string EndOfSearch => Get();
    public string NothingFound => Get();
    public string LineTooLong => Format(nameof(LineTooLong), LineAssembler.MaxBytes);

    public string LineCutByTerminal => Format(nameof(LineCutByTerminal), LineAssembler.MaxTypedBytes);

    /// <summary>English where the locale of the environment is English, else Spanish.</summary>
    public static Texts FromLocale(Func<string, string?> variable)
    {
        var locale = LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Split('_', '.', '@')[0].Equals("en", StringComparison.OrdinalIgnoreCase) ? English : Spanish;
    }

    public string OptionHost(string byDefault) => Format(nameof(OptionHost), byDefault);

    public string OptionPort(int chat, int confirmation) => Format(nameof(OptionPort), chat, confirmation);

    public string OptionRate(int burst, int linesPerSecond) => Format(nameof(OptionRate), burst, linesPerSecond);

    public string UnknownArgument(string argument) => Format(nameof(UnknownArgument), argument);

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

    public string NotConfirmed(string excerpt, string reason) => Format(nameof(NotConfirmed), excerpt, reason);

    /// <summary>Ends a line of which <paramref name="leftOut"/> characters are not shown.</summary>
    public string LineCut(long leftOut) => leftOut is 1 ? OneCharacterCut : Format(nameof(LineCut), leftOut);

    /// <summary>A question; ends with a space.</summary>
    public string SendPasted(int lines) => Format(nameof(SendPasted), lines);

    public string MoreLines(int lines) => lines is 1 ? OneMoreLine : Format(nameof(MoreLines), lines);

    public string LineRefused(long number, InputFlaw flaw) => Format(nameof(LineRefused), number, Reason(flaw));

    public string LineHasControl(string character) => Format(nameof(LineHasControl), character);

    public string LongLine(int bytes, int max) => Format(nameof(LongLine), bytes, max);

    public string LongLines(int lines, int max) => lines is 1 ? OneLongLine(max) : Format(nameof(LongLines), lines, max);

    public string OneLongLine(int max) => Format(nameof(OneLongLine), max);

    /// <summary>Text does not fit into the line, or the paste is too big; nothing of it was taken.</summary>
    public string TooMuch(int maxCharacters) => Format(nameof(TooMuch), maxCharacters);

    public string ClosedTryingAgain(bool hasKeys) => Format(nameof(ClosedTryingAgain), hasKeys ? ReconnectKey : ReconnectCommand);

    public string LostTryingAgain(bool hasKeys) => Format(nameof(LostTryingAgain), hasKeys ? ReconnectKey : ReconnectCommand);

    public string NewDay(DateOnly day) => Format(nameof(NewDay), day.ToString("D", Culture));

    public string BackAgain(string nick) => Format(nameof(BackAgain), nick);

    /// <summary>As <see cref="BackAgain"/>, from a server that keeps nothing for those who come back.</summary>
    public string BackWithGap(string nick, string lostAt, string backAt) => Format(nameof(BackWithGap), nick, lostAt, backAt);

    public string NotArrived(string excerpt) => Format(nameof(NotArrived), excerpt);

    public string NotArrivedIn(string excerpt, string room) => Format(nameof(NotArrivedIn), excerpt, room);

    /// <summary>Nobody can know whether a message has arrived.</summary>
    public string ArrivalUnknown(string excerpt) => Format(nameof(ArrivalUnknown), excerpt);

    public string ArrivalUnknownIn(string excerpt, string room) => Format(nameof(ArrivalUnknownIn), excerpt, room);

    /// <summary>A message was not sent, as it names a room that the user is not in.</summary>
    public string NotInRoom(string room) => Format(nameof(NotInRoom), room);

    public string OlderHistory(long first, string room) => Format(nameof(OlderHistory), first, room);

    public string NewerHistory(long last, string room) => Format(nameof(NewerHistory), last, room);

    /// <summary>A line was entered while there is no connection, and is gone.</summary>
    public string NotSent(string excerpt) => Format(nameof(NotSent), excerpt);

    public string HistoryNotKept(Exception cause) => Format(nameof(HistoryNotKept), Reason(cause));

    public string InputFailed(Exception cause) => Format(nameof(InputFailed), Reason(cause));

    public string OutputFailed(Exception cause) => Format(nameof(OutputFailed), Reason(cause));

    public string CannotConnect(ConnectFailure why, ServerAddress server) => why switch
    {
        ConnectFailure.Refused => Format("NoServer", server),
        ConnectFailure.UnknownHost => Format("UnknownHost", server.Host),
        ConnectFailure.Unreachable => Format("Unreachable", server),
        ConnectFailure.NoTls => Format("NoTls", server),
        ConnectFailure.TurnedAway => Format("TurnedAway", server),
        ConnectFailure.Untrusted => Format("Untrusted", server),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public string WrongFingerprint(string value) => Format(nameof(WrongFingerprint), value);

    public string WrongCertificates(string file) => Format(nameof(WrongCertificates), file);

    /// <summary>Comes before <see cref="TrustQuestion"/>.</summary>
    public string CertificateUnknown(ServerAddress server, string shown) => Format(nameof(CertificateUnknown), server, shown);

    public string CertificateNotKept(string why) => Format(nameof(CertificateNotKept), why);

    /// <summary>As <see cref="CertificateUnknown"/>, where nobody can be asked.</summary>
    public string CertificateNotVouchedFor(ServerAddress server, string shown) => Format(nameof(CertificateNotVouchedFor), server, shown);

    public string CertificateChanged(ServerAddress server, string known, string shown, string file) =>
        Format(nameof(CertificateChanged), server, known, shown, file);

    public string CertificateNotNamed(ServerAddress server, string named, string shown) =>
        Format(nameof(CertificateNotNamed), server, named, shown);

    public string CertificateNotSigned(ServerAddress server, string shown) => Format(nameof(CertificateNotSigned), server, shown);

    private string Reason(InputFlaw flaw) => flaw switch
    {
        InputFlaw.TooLong => LineTooLong,
        InputFlaw.CutByTerminal => LineCutByTerminal,
        InputFlaw.NotUtf8 => LineNotUtf8,
        InputFlaw.Control { Character: '\r' } => LineHasCarriageReturn,
        InputFlaw.Control control => LineHasControl($"U+{(int)control.Character:X4}"),
        _ => throw new ArgumentOutOfRangeException(nameof(flaw)),
    };

    // By <errno.h>, where these numbers are the same on Linux, macOS and the BSDs. The system's own words are English.
    private string Reason(Exception cause) => ErrorNumber(cause) switch
    {
        1 or 13 or 30 => CauseForbidden, // EPERM, EACCES, EROFS
        5 => CauseDevice, // EIO
        9 => CauseClosed, // EBADF
        21 => CauseDirectory, // EISDIR
        28 => CauseFull, // ENOSPC
        _ => cause.Message,
    };

    // .NET hides the number of EACCES, EBADF and EPERM in an inner exception.
    private static int ErrorNumber(Exception failure) =>
        failure is UnauthorizedAccessException { InnerException: { } inner } ? inner.HResult : failure.HResult;

    private string Format(string name, params object[] values) => string.Format(Culture, Get(name), values);

    private string Get([CallerMemberName] string name = "") =>
        Resources.GetString(name, Culture) ?? throw new MissingManifestResourceException(name);
}
