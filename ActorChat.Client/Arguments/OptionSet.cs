using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using ActorChat.Client.Chat;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>The options, described in one language.</summary>
/// <remarks>Takes values as text and any number of times, so that each mistake is explained in our words. The last value counts.</remarks>
internal sealed class OptionSet
{
    // A nickname may begin with @, which is no response file here. There are no short options to bundle.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    // Every terminal has that many.
    private const int HelpColumns = 80;

    private readonly Texts _texts;
    private readonly Command _command;

    public OptionSet(Texts texts)
    {
        _texts = texts;
        Confirm = new Option<bool>("--confirm") { Description = texts.OptionConfirm, Arity = ArgumentArity.Zero };
        Host = Valued("--host", texts.NameOfHost, texts.OptionHost(ClientOptions.DefaultHost));
        var ports = texts.OptionPort(ClientOptions.DefaultChatPort, ClientOptions.DefaultConfirmationPort);
        Port = Valued("--port", texts.NameOfPort, ports);
        Tls = new Option<bool>("--tls") { Description = texts.OptionTls, Arity = ArgumentArity.Zero };
        TlsCa = Valued("--tls-ca", texts.NameOfFile, texts.OptionTlsCa);
        TlsFingerprint = Valued("--tls-fingerprint", "SHA256", texts.OptionTlsFingerprint);
        Nick = Valued("--nick", texts.NameOfNick, texts.OptionNick);
        Rate = Valued("--rate", texts.NameOfRate, texts.OptionRate(SendRateLimiter.Burst, SendRateLimiter.DefaultLinesPerSecond));
        Lang = Valued("--lang", "es|en", texts.OptionLang);
        Json = new Option<bool>("--json") { Description = texts.OptionJson, Arity = ArgumentArity.Zero };
        NoColor = new Option<bool>("--no-color") { Description = texts.OptionNoColor, Arity = ArgumentArity.Zero };
        Version = new Option<bool>("--version") { Description = texts.OptionVersion, Arity = ArgumentArity.Zero };
        Help = new HelpOption("--help", "-h") { Description = texts.OptionHelp, Action = new HelpAction { MaxWidth = HelpColumns } };
        _command = new Command("actorchat", texts.Description)
        {
            Confirm, Host, Port, Tls, TlsCa, TlsFingerprint, Nick, Rate, Json, NoColor, Lang, Version, Help,
        };
    }

    public Option<bool> Confirm { get; }
    public Option<string[]> Host { get; }
    public Option<string[]> Port { get; }
    public Option<bool> Tls { get; }
    public Option<string[]> TlsCa { get; }
    public Option<string[]> TlsFingerprint { get; }
    public Option<string[]> Nick { get; }
    public Option<string[]> Rate { get; }
    public Option<string[]> Lang { get; }
    public Option<bool> Json { get; }
    public Option<bool> NoColor { get; }
    public Option<bool> Version { get; }
    public HelpOption Help { get; }

    /// <summary>Splits a command line into options; checks nothing.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments) => _command.Parse(arguments, Plain);

    /// <summary>Usage, options, examples and exit codes.</summary>
    public string HelpText()
    {
        // The library takes its own headings from this thread's language.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = _texts.Culture;
        try
        {
            using var text = new StringWriter { NewLine = "\n" };
            _command.Parse(["--help"], Plain).Invoke(new InvocationConfiguration { Output = text });
            return $"{text.ToString().TrimEnd()}\n\n{_texts.HelpEpilogue}";
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Option<string[]> Valued(string name, string valueName, string description) =>
        new(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.ZeroOrMore };
}
