using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>Checks the values of a split command line, and keeps the first mistake.</summary>
internal sealed class OptionReader(ParseResult parsed, Texts texts)
{
    // Faster than this is as good as no limit (0).
    private const int MaxRate = 10_000;

    /// <summary>The first mistake, on one line; null: none so far.</summary>
    public string? Error { get; private set; }

    /// <summary>Refuses arguments that are no option of ours.</summary>
    public void RefuseUnknown()
    {
        if (parsed.UnmatchedTokens is [var first, ..])
            Fail(Unknown(first));
        else if (parsed.Errors is [var error, ..])
            Fail(error.Message);
    }

    private string Unknown(string argument)
    {
        var name = argument.Split('=', 2)[0];
        var names = parsed.CommandResult.Command.Options.Select(option => option.Name);
        return name.StartsWith('-') && NearestWord.To(name, names) is { } suggested
            ? texts.UnknownButLike(Excerpt.Truncate(argument), suggested)
            : texts.UnknownArgument(Excerpt.Truncate(argument));
    }

    public bool Flag(Option<bool> option) => parsed.GetValue(option);

    /// <summary>The language; null when none is asked for, or an unknown one.</summary>
    public Texts? Language(Option<string[]> option)
    {
        var language = Value(option);
        if (language is not (null or "es" or "en"))
            Fail(texts.WrongLanguage(Excerpt.Truncate(language)));
        return language is "es" ? Texts.Spanish : language is "en" ? Texts.English : null;
    }

    /// <summary>The host without the brackets that an IPv6 address may wear.</summary>
    public string Host(Option<string[]> option, string byDefault)
    {
        if (Value(option) is not { } value)
            return byDefault;

        var host = value is ['[', .. var inner, ']'] ? inner : value;
        if (Uri.CheckHostName(host) is UriHostNameType.Unknown)
            Fail(texts.WrongHost(Excerpt.Truncate(value)));
        return host;
    }

    public int Port(Option<string[]> option, int byDefault) => Number(option, byDefault, 1, 65535, texts.WrongPort);

    public int Rate(Option<string[]> option, int byDefault) =>
        Number(option, byDefault, 0, MaxRate, value => texts.WrongRate(value, MaxRate));

    /// <summary>The nickname, or null. It must be one line; all else is for the server to judge.</summary>
    public string? Nick(Option<string[]> option)
    {
        if (Value(option) is not { } nick)
            return null;
        if (string.IsNullOrWhiteSpace(nick) || nick.Any(char.IsControl))
            Fail(texts.WrongNick(Excerpt.Truncate(nick)));
        return nick;
    }

    /// <summary>By what the server's certificate is known; null when nothing is to be encrypted.</summary>
    public TlsChoice? Tls(Option<bool> flag, Option<string[]> ca, Option<string[]> fingerprint)
    {
        var (file, digits) = (Value(ca), Value(fingerprint));
        if (!Flag(flag) && file is null && digits is null)
            return null;
        var named = digits is null ? null : Fingerprints.TryParse(digits);
        if (digits is not null && named is null)
            Fail(texts.WrongFingerprint(Excerpt.Truncate(digits)));
        return new TlsChoice(file is null ? null : ReadCertificates(file), named);
    }

    private X509Certificate2Collection ReadCertificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            // None can be read, which is told below.
        }

        if (certificates.Count == 0)
            Fail(texts.WrongCertificates(Excerpt.Truncate(file)));
        return certificates;
    }

    /// <summary>Notes a mistake. The first one counts.</summary>
    public void Fail(string message) => Error ??= message;

    private int Number(Option<string[]> option, int byDefault, int min, int max, Func<string, string> complain)
    {
        if (Value(option) is not { } value)
            return byDefault;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;

        Fail(complain(Excerpt.Truncate(value)));
        return byDefault;
    }

    private string? Value(Option<string[]> option)
    {
        if (parsed.GetResult(option) is not { } result)
            return null;
        if (result.Tokens is [.., { Value.Length: > 0 } last])
            return last.Value;

        Fail(texts.MissingValue(option.Name));
        return null;
    }
}
