using System.Reflection;
using ActorChat.Client.Chat;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>Parses the command line.</summary>
internal static class ArgumentParser
{
    /// <summary>Help and version win over everything else. Of several mistakes the first is reported, in the language asked for.</summary>
    public static Request Parse(IReadOnlyList<string> arguments, Texts byDefault)
    {
        var texts = LanguageOf(arguments, byDefault);
        var options = new OptionSet(texts);
        var parsed = options.Parse(arguments);
        if (parsed.GetResult(options.Help) is { Implicit: false })
            return new Request.Show(options.HelpText());

        var reader = new OptionReader(parsed, texts);
        if (reader.Flag(options.Version))
            return new Request.Show($"actorchat {Version()}\n");

        reader.RefuseUnknown();
        var run = new Request.Run(Read(reader, options, texts), texts);
        return reader.Error is { } error ? new Request.Refuse(error) : run;
    }

    // Splits the line twice: descriptions and messages need the language.
    private static Texts LanguageOf(IReadOnlyList<string> arguments, Texts byDefault)
    {
        var options = new OptionSet(byDefault);
        return new OptionReader(options.Parse(arguments), byDefault).Language(options.Lang) ?? byDefault;
    }

    private static ClientOptions Read(OptionReader reader, OptionSet options, Texts texts)
    {
        reader.Language(options.Lang);
        var mode = reader.Flag(options.Confirm) ? ClientMode.Confirmation : ClientMode.Chat;
        var host = reader.Host(options.Host, ClientOptions.DefaultHost);
        var tls = reader.Tls(options.Tls, options.TlsCa, options.TlsFingerprint);
        var usual = mode is ClientMode.Chat ? ClientOptions.DefaultChatPort : ClientOptions.DefaultConfirmationPort;
        var port = reader.Port(options.Port, tls is null ? usual : usual + ClientOptions.TlsPortOffset);
        var nick = reader.Nick(options.Nick);
        if (nick is not null && mode is ClientMode.Confirmation)
            reader.Fail(texts.NickWithConfirm);
        var rate = reader.Rate(options.Rate, SendRateLimiter.DefaultLinesPerSecond);
        return new ClientOptions(mode, new ServerAddress(host, port), nick, reader.Flag(options.Json), reader.Flag(options.NoColor), rate)
        {
            Tls = tls,
        };
    }

    // Drops the commit that the build appends after a plus sign.
    private static string Version() =>
        typeof(ArgumentParser).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
