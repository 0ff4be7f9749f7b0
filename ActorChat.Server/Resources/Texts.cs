using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorChat.Server.Resources;

/// <summary>
/// All texts for people in one language, each of a single line. A member's name is its key in <c>Texts.resx</c> (Spanish)
/// and <c>Texts.en.resx</c> (English). Immutable and thread-safe.
/// </summary>
internal sealed partial class Texts
{
    private static readonly Lazy<Texts> InSpanish = new(static () => new Texts(Language.Spanish, CultureInfo.InvariantCulture));
    private static readonly Lazy<Texts> InEnglish = new(static () => new Texts(Language.English, CultureInfo.GetCultureInfo("en")));

    private readonly FrozenDictionary<string, CompositeFormat> _formats;
    private readonly NumberWords _words;

    // The invariant culture is Spanish, the neutral language of the assembly. Does not try parents:
    // a missing English text must not fall back to Spanish.
    private Texts(Language language, CultureInfo culture)
    {
        Language = language;
        var resources = new ResourceManager(typeof(Texts));
        using var texts = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"The texts of language '{culture.Name}' are not beside the program.");
        _formats = texts.Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(static text => (string)text.Key, static text => CompositeFormat.Parse((string)text.Value!));

        // Groups thousands as 1.284 in Spanish and 1,284 in English.
        _words = new NumberWords(new NumberFormatInfo { NumberGroupSeparator = GroupSeparator });
        Help = HelpLines();
    }

    public Language Language { get; }

    public static Texts For(Language language) => language == Language.English ? InEnglish.Value : InSpanish.Value;

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    // Removes line breaks, which paths and messages of exceptions may contain.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    // Removes the full stop, as the reason becomes part of a sentence.
    private static string Reason(string why) => OneLine(why).TrimEnd('.');

    private string Text([CallerMemberName] string key = "") => _formats[key].Format;

    private string Format<T>(string key, T argument) => string.Format(_words, _formats[key], argument);

    private string Format<T1, T2>(string key, T1 first, T2 second) =>
        string.Format(_words, _formats[key], first, second);

    private string Format<T1, T2, T3>(string key, T1 first, T2 second, T3 third) =>
        string.Format(_words, _formats[key], first, second, third);

    private string Format(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(_words, _formats[key], arguments);
}

/// <summary>
/// Formats the placeholders of texts. <c>{0:usuario|usuarios}</c> chooses between singular and plural, the only forms of
/// Spanish and English. Other formats are .NET's.
/// </summary>
internal sealed class NumberWords(NumberFormatInfo numbers) : IFormatProvider, ICustomFormatter
{
    private const char Separator = '|';

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : numbers.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        _ when format?.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end =>
            Convert.ToInt64(arg, CultureInfo.InvariantCulture) == 1 ? format[..end] : format[(end + 1)..],
        IFormattable formattable => formattable.ToString(format, numbers),
        _ => arg?.ToString() ?? "",
    };
}
