using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using ActorChat.Server.Configuration;
using ActorChat.Server.Configuration.Hocon;
using ActorChat.Server.Resources;

namespace ActorChat.Server.CommandLine;

internal static class CommandLineParser
{
    private static readonly string[] Ports = ["actorchat.chat", "actorchat.chat.tls", "actorchat.confirmation", "actorchat.confirmation.tls", "actorchat.web"];

    /// <summary>Help and version win over everything else; of several mistakes the first is reported.</summary>
    public static CommandLineRequest Parse(IReadOnlyList<string> args) => Parse(args, TextsFor(args));

    /// <summary>Uses the language that the command line sets (<c>--set actorchat.language=en</c>), or the default.</summary>
    public static Texts TextsFor(IReadOnlyList<string> args) => Texts.For(LanguageOf(args));

    public static CommandLineRequest Parse(IReadOnlyList<string> args, Texts texts)
    {
        var options = new OptionSet(texts);
        var parsed = options.Parse(args);
        if (parsed.GetValue(options.Help))
            return new CommandLineRequest.ShowText(HelpPage.Render(options, texts));
        if (parsed.GetValue(options.Version))
            return new CommandLineRequest.ShowText($"actorchat-server {Version()}\n");
        if (FindMistake(parsed, options, texts) is { } mistake)
            return new CommandLineRequest.Refuse(texts.Error(mistake));

        string[] sets = [.. Values(parsed, options.Set), .. Shortcuts(parsed, options)];
        var given = new ServerOptions(Values(parsed, options.Config), sets, Values(parsed, options.LogLevel).LastOrDefault());
        if (Values(parsed, options.Backup) is [.., var copy])
            return new CommandLineRequest.Backup(given, copy);
        if (Values(parsed, options.Export) is [.., var file])
            return new CommandLineRequest.Export(given, file, SelectionOf(parsed, options));
        if (parsed.GetValue(options.Purge))
            return new CommandLineRequest.Purge(given, DateOf(parsed, options.Before)!.Value);
        if (Values(parsed, options.Token) is [.., var made])
            return new CommandLineRequest.Tokens(given, TokenAction.Make, NicknameOf(made)!.Value);
        if (Values(parsed, options.RevokeToken) is [.., var revoked])
            return new CommandLineRequest.Tokens(given, TokenAction.Revoke, NicknameOf(revoked)!.Value);
        if (parsed.GetValue(options.Tokens))
            return new CommandLineRequest.Tokens(given, TokenAction.List);
        if (parsed.GetValue(options.PrintConfig))
            return new CommandLineRequest.PrintConfig(given);
        return parsed.GetValue(options.Check) ? new CommandLineRequest.Check(given) : new CommandLineRequest.Run(given);
    }

    // Parses twice: the descriptions of the options need the language first.
    private static Language LanguageOf(IReadOnlyList<string> args)
    {
        var options = new OptionSet(Texts.For(Language.Spanish));
        return SettingsLoader.LanguageSet(Values(options.Parse(args), options.Set)) ?? Language.Spanish;
    }

    private static string? FindMistake(ParseResult parsed, OptionSet options, Texts texts)
    {
        if (FindUnknown(parsed) is { } unknown)
        {
            return NearestWord.To(unknown.Split('=')[0], options.Names) is { } nearest
                ? texts.UnknownArgumentMeant(Excerpt.Truncate(unknown), nearest)
                : texts.UnknownArgument(Excerpt.Truncate(unknown));
        }

        if (options.Valued.FirstOrDefault(option => LacksValue(parsed.GetResult(option))) is { } bare)
            return texts.MissingOptionValue(bare.Name);

        return parsed.Errors.Count > 0 ? texts.UnreadableArguments : FindArchiveMistake(parsed, options, texts);
    }

    private static string? FindArchiveMistake(ParseResult parsed, OptionSet options, Texts texts)
    {
        var (exports, purges) = (Values(parsed, options.Export).Length > 0, parsed.GetValue(options.Purge));
        if (!exports && new[] { options.Room, options.From, options.To }.FirstOrDefault(option => IsGiven(option)) is { } lone)
            return texts.OptionNeeds(lone.Name, options.Export.Name);
        if (IsGiven(options.Before) != purges)
            return purges ? texts.OptionNeeds(options.Purge.Name, options.Before.Name) : texts.OptionNeeds(options.Before.Name, options.Purge.Name);
        if (IsGiven(options.Room) && !RoomName.TryParse(Values(parsed, options.Room)[^1], out _))
            return texts.RoomRule;
        if (Values(parsed, options.Token).Concat(Values(parsed, options.RevokeToken)).Any(name => NicknameOf(name) is null))
            return texts.NicknameRule;
        return new[] { options.From, options.To, options.Before }.FirstOrDefault(option => IsGiven(option) && DateOf(parsed, option) is null) is { } bad
            ? texts.BadDate(bad.Name, Excerpt.Truncate(Values(parsed, bad)[^1]))
            : null;

        bool IsGiven(Option<string[]> option) => Values(parsed, option).Length > 0;
    }

    private static Nickname? NicknameOf(string text) => Nickname.TryParse(text, out var name) ? name : null;

    // A day given as the end belongs to what is chosen.
    private static MessageSelection SelectionOf(ParseResult parsed, OptionSet options) => new(
        Values(parsed, options.Room) is [.., var typed] && RoomName.TryParse(typed, out var room) ? room : null,
        DateOf(parsed, options.From),
        DateOf(parsed, options.To, isEnd: true));

    private static DateTimeOffset? DateOf(ParseResult parsed, Option<string[]> option, bool isEnd = false) =>
        Values(parsed, option) is [.., var text] && OperatorDate.TryParse(text, isEnd, out var date) ? date : null;

    // Turns short options into --set behind all others, so that each key is checked in one way.
    private static IEnumerable<string> Shortcuts(ParseResult parsed, OptionSet options)
    {
        if (Values(parsed, options.Host) is { Length: > 0 } hosts)
        {
            var value = hosts is [var only] ? only : $"[{string.Join(", ", hosts.Select(HoconWriter.Quote))}]";
            foreach (var section in Ports)
                yield return $"{section}.host={value}";
        }

        if (parsed.GetValue(options.Tls))
        {
            yield return "actorchat.chat.tls.enabled=on";
            yield return "actorchat.confirmation.tls.enabled=on";
        }

        if (Values(parsed, options.Operator) is { Length: > 0 } operators)
            yield return $"actorchat.operators=[{string.Join(", ", operators.Select(HoconWriter.Quote))}]";
        if (Values(parsed, options.Port) is [.., var port])
            yield return $"actorchat.chat.port={port}";
        if (Values(parsed, options.ConfirmPort) is [.., var confirmPort])
            yield return $"actorchat.confirmation.port={confirmPort}";
        if (Values(parsed, options.WebPort) is [.., var webPort])
            yield return $"actorchat.web.port={webPort}";
    }

    // Includes [directives] at the start of the line: the library silently ignores unknown ones.
    private static string? FindUnknown(ParseResult parsed) =>
        parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive)?.Value ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null);

    // Each occurrence of the option needs its own value that is not empty.
    private static bool LacksValue(OptionResult? result) =>
        result is not null && (result.Tokens.Count < result.IdentifierTokenCount || result.Tokens.Any(token => token.Value.Length == 0));

    private static string[] Values(ParseResult parsed, Option<string[]> option) =>
        parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];

    // Cuts the commit, which the build appends after a plus sign.
    private static string Version() =>
        typeof(CommandLineParser).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
