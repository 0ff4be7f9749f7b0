using System.Text;

namespace ActorChat.Server.Configuration.Hocon;

/// <summary>
/// Joins the checked texts in one document: later ones override earlier ones, and references see final values.
/// An included file replaces its <c>include</c>.
/// </summary>
internal sealed class CheckedText
{
    /// <summary>Characters of all texts together. No real settings come near it.</summary>
    public const int MaxLength = 1 << 20;

    private readonly StringBuilder _document = new();
    private readonly List<Setting> _settings = [];
    private int _read;

    /// <summary>All assignments in order, including those before a mistake.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>The text for Akka's parser.</summary>
    public string Document => _document.ToString();

    /// <exception cref="SettingsErrorException">The text has a mistake.</exception>
    public void Add(SourceText source) => HoconChecker.Check(source, this, path: "", depth: 0, listReferences: []);

    /// <summary>Counts a text before it is checked.</summary>
    /// <exception cref="SettingsErrorException">All texts together are too long.</exception>
    public void Count(SourceText source)
    {
        _read += source.Text.Length;
        if (_read > MaxLength)
            throw new Place(source, 0).Fail(texts => texts.HoconTooLarge(MaxLength >> 20));
    }

    public void Add(Setting setting) => _settings.Add(setting);

    public void Write(ReadOnlySpan<char> text) => _document.Append(text);
}
