using System.CommandLine;
using ActorChat.Server.Resources;

namespace ActorChat.Server.CommandLine;

/// <summary>The options, described in one language. Values are unchecked text, so that our texts explain every mistake.</summary>
internal sealed class OptionSet
{
    // Disables response files: a value may begin with @. There are no short options to bundle.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private readonly Command _command;

    public OptionSet(Texts texts)
    {
        Config = WithValue("--config", texts.FileValue, texts.ConfigOption);
        Set = WithValue("--set", texts.KeyValue, texts.SetOption);
        Host = WithValue("--host", texts.AddressValue, texts.HostOption);
        Port = WithValue("--port", texts.PortValue, texts.PortOption);
        ConfirmPort = WithValue("--confirm-port", texts.PortValue, texts.ConfirmPortOption);
        WebPort = WithValue("--web-port", texts.PortValue, texts.WebPortOption);
        Tls = Flag("--tls", texts.TlsOption);
        LogLevel = WithValue("--log-level", texts.LevelValue, texts.LogLevelOption);
        Operator = WithValue("--operator", texts.NameValue, texts.OperatorOption);
        Check = Flag("--check", texts.CheckOption);
        PrintConfig = Flag("--print-config", texts.PrintConfigOption);
        Backup = WithValue("--backup", texts.FileValue, texts.BackupOption);
        Export = WithValue("--export", texts.FileValue, texts.ExportOption);
        Room = WithValue("--sala", texts.RoomValue, texts.RoomOption, "--room");
        From = WithValue("--desde", texts.DateValue, texts.FromOption, "--from");
        To = WithValue("--hasta", texts.DateValue, texts.ToOption, "--to");
        Purge = Flag("--purge", texts.PurgeOption);
        Before = WithValue("--antes", texts.DateValue, texts.BeforeOption, "--before");
        Token = WithValue("--token", texts.NameValue, texts.TokenOption);
        RevokeToken = WithValue("--revoke-token", texts.NameValue, texts.RevokeTokenOption);
        Tokens = Flag("--tokens", texts.TokensOption);
        Version = Flag("--version", texts.ShowVersionOption);
        Help = Flag("--help", texts.ShowHelpOption, "-h", "-?");
        _command = new Command("actorchat-server", texts.ProgramDescription)
        {
            Host, Port, ConfirmPort, WebPort, Tls, Operator, Config, Set, LogLevel, Check, PrintConfig, Backup, Export, Room, From, To, Purge, Before, Token,
            RevokeToken, Tokens, Version, Help,
        };
    }

    public Option<string[]> Host { get; }

    public Option<string[]> Port { get; }

    public Option<string[]> ConfirmPort { get; }

    public Option<string[]> WebPort { get; }

    public Option<bool> Tls { get; }

    public Option<string[]> Config { get; }

    public Option<string[]> Set { get; }

    public Option<string[]> LogLevel { get; }

    public Option<string[]> Operator { get; }

    public Option<bool> Check { get; }

    public Option<bool> PrintConfig { get; }

    public Option<string[]> Backup { get; }

    public Option<string[]> Export { get; }

    public Option<string[]> Room { get; }

    public Option<string[]> From { get; }

    public Option<string[]> To { get; }

    public Option<bool> Purge { get; }

    public Option<string[]> Before { get; }

    public Option<string[]> Token { get; }

    public Option<string[]> RevokeToken { get; }

    public Option<bool> Tokens { get; }

    public Option<bool> Version { get; }

    public Option<bool> Help { get; }

    public IEnumerable<Option<string[]>> Valued => _command.Options.OfType<Option<string[]>>();

    public ParseResult Parse(IReadOnlyList<string> arguments) => _command.Parse(arguments, Plain);

    public IEnumerable<string> Names => _command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));

    public IEnumerable<(string Syntax, string Meaning)> Describe() => _command.Options.Select(option => (Syntax(option), option.Description!));

    private static string Syntax(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias != "-?").Prepend(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static Option<string[]> WithValue(string name, string valueName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = valueName, Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };
}
