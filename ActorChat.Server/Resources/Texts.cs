using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorChat.Server.Resources;

/// <summary>
/// Every text for people, in one language: one member a text, each of a single line. The words stand in <c>Texts.resx</c>
/// (Spanish) and <c>Texts.en.resx</c> (English), under the member's name. Immutable and thread-safe.
/// </summary>
internal sealed partial class Texts
{
    private static readonly Lazy<Texts> InSpanish = new(static () => new Texts(Language.Spanish, CultureInfo.InvariantCulture));
    private static readonly Lazy<Texts> InEnglish = new(static () => new Texts(Language.English, CultureInfo.GetCultureInfo("en")));

    private readonly FrozenDictionary<string, CompositeFormat> _formats;
    private readonly NumberWords _words;

    // Spanish is the neutral language of the assembly, so its culture is the invariant one. Parents are not tried: an
    // English text that is missing must not show up in Spanish.
    private Texts(Language language, CultureInfo culture)
    {
        Language = language;
        var resources = new ResourceManager(typeof(Texts));
        using ResourceSet texts = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"The texts of language '{culture.Name}' are not beside the program.");
        _formats = texts.Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(static text => (string)text.Key, static text => CompositeFormat.Parse((string)text.Value!));

        // As people write large numbers: 1.284 in Spanish, 1,284 in English.
        _words = new NumberWords(new NumberFormatInfo { NumberGroupSeparator = GroupSeparator });
        Help = HelpLines();
    }

    /// <summary>The language of these texts.</summary>
    public Language Language { get; }

    /// <summary>The texts of a language, loaded when first asked for and then shared.</summary>
    public static Texts For(Language language) => language == Language.English ? InEnglish.Value : InSpanish.Value;

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    // What comes from the system (the reason of an exception, a path) may hold line breaks; our texts are one line.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    // A reason that ends a sentence of its own would put two full stops.
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
