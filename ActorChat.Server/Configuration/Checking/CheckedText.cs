using System.Text;

namespace ActorChat.Server.Configuration.Checking;

/// <summary>
/// Texts that were checked, one behind the other in one document: what comes later wins, and a reference sees the final value
/// of what it names. Included files stand in the place of their <c>include</c>.
/// </summary>
internal sealed class CheckedText
{
    /// <summary>Characters of all texts together: no settings come near it.</summary>
    public const int Longest = 1 << 20;

    private readonly StringBuilder _document = new();
    private readonly List<Setting> _settings = [];
    private int _read;

    /// <summary>Every assignment in its order, also of a text that turned out to be wrong further on.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>What Akka's parser may see.</summary>
    public string Document => _document.ToString();

    /// <summary>Adds a text.</summary>
    /// <exception cref="SettingsErrorException">There is a mistake in it.</exception>
    public void Add(SourceText source) => HoconChecker.Check(source, this, path: "", depth: 0, listed: []);

    /// <summary>Counts a text that is about to be checked.</summary>
    /// <exception cref="SettingsErrorException">It is too much.</exception>
    public void Count(SourceText source)
    {
        _read += source.Text.Length;
        if (_read > Longest)
            throw new Place(source, 0).Fail(texts => texts.HoconTooLarge(Longest >> 20));
    }

    /// <summary>Adds an assignment.</summary>
    public void Add(Setting setting) => _settings.Add(setting);

    /// <summary>Adds a piece of the document.</summary>
    public void Write(ReadOnlySpan<char> text) => _document.Append(text);
}
