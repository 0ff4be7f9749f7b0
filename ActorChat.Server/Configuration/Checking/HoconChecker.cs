using System.Globalization;
using System.Text;

namespace ActorChat.Server.Configuration.Checking;

/// <summary>
/// Lets through only what Akka's parser reads as HOCON means it. That parser takes what is unclosed or in excess in silence, can
/// end the process by a reference, and gives no line and no column.
/// </summary>
internal sealed partial class HoconChecker
{
    // Akka's parser and all that walk its tree call themselves for each level.
    private const int Deepest = 64;

    private readonly SourceText _source;
    private readonly Cursor _cursor;
    private readonly CheckedText _into;
    private int _depth;
    private int _written;

    // Those of the list that is being read, with all that is in it.
    private List<Reference> _listed;

    private HoconChecker(SourceText source, CheckedText into, int depth, List<Reference> listed) =>
        (_source, _cursor, _into, _depth, _listed) = (source, new Cursor(source), into, depth, listed);

    /// <summary>Adds a text to those that were checked.</summary>
    /// <param name="source">The text.</param>
    /// <param name="into">Those that were checked.</param>
    /// <param name="path">The section it stands in; empty for the root, null for one inside a list, which has no path.</param>
    /// <param name="depth">How deep that is.</param>
    /// <param name="listed">Gets the references in it if that is a list.</param>
    /// <exception cref="SettingsErrorException">There is a mistake in it.</exception>
    public static void Check(SourceText source, CheckedText into, string? path, int depth, List<Reference> listed)
    {
        into.Count(source);
        CheckCharacters(source);
        new HoconChecker(source, into, depth, listed).CheckRoot(path);
    }

    private static void CheckCharacters(SourceText source)
    {
        for (var at = 0; at < source.Text.Length; at++)
        {
            var character = source.Text[at];
            var lineEnd = character == '\n' || (character == '\r' && source.Text.AsSpan(at).StartsWith("\r\n"));
            if (char.IsControl(character) && character != '\t' && !lineEnd)
                throw new Place(source, at).Fail(texts => texts.HoconControlCharacter(CodeOf(character)));
        }
    }

    // The text may stand in braces as a whole, as JSON does. Behind them Akka's parser would read nothing more: they are left out.
    private void CheckRoot(string? path)
    {
        _cursor.Take("\uFEFF");
        _written = _cursor.At;
        _cursor.SkipToMeaning();
        var start = _cursor.At;
        if (_cursor.Take("{"))
        {
            LeaveOut(start);
            CheckMembers(path, start);
            LeaveOut(_cursor.At - 1);
            _cursor.SkipToMeaning();
            if (!_cursor.AtEnd)
                throw _cursor.Fail(_cursor.At, texts => texts.HoconBehindBraces);
        }
        else
        {
            CheckMembers(path, opened: null);
        }

        WriteUntil(_source.Text.Length);
        _into.Write("\n");
    }

    private void CheckMembers(string? path, int? opened)
    {
        for (_cursor.SkipToMeaning(); !_cursor.AtEnd; _cursor.SkipToMeaning())
        {
            if (_cursor.Current != '}' || opened is null)
                CheckMember(path);
            else
                break;
        }

        if (opened is { } start && !_cursor.Take("}"))
            throw _cursor.Fail(start, texts => texts.HoconUnclosed("{", "}"));
    }

    private void CheckMember(string? path)
    {
        var (start, depth) = (_cursor.At, _depth);
        var key = ReadKey();
        if (_cursor.From(start) == "include" && AtInclude(start))
        {
            Include(path, start);
        }
        else
        {
            for (; _cursor.Take("."); key = ReadKey())
                path = OpenSection(path, key, start);
            _cursor.SkipToMeaning();
            CheckContent(path, key, start);
        }

        _depth = depth;
    }

    private string ReadKey()
    {
        var start = _cursor.At;
        if (_cursor.Current == '"')
        {
            var key = _cursor.ReadQuoted();
            return HoconWriter.IsPath($"\"{key}\"") && _cursor.At - start == key.Length + 2 ? key : throw _cursor.Fail(start, texts => texts.HoconBadKey);
        }

        while (_cursor.AtPlainKey)
            _cursor.At++;
        return _cursor.At > start ? _cursor.From(start) : throw Unexpected();
    }

    private void CheckContent(string? path, string key, int start)
    {
        if (_cursor.Current == '{')
        {
            CheckSection(path, key, start);
            LeaveOutComma();
        }
        else if (_cursor.Take("=") || _cursor.Take(":"))
        {
            CheckValue(path, key, start);
            EndMember();
        }
        else
        {
            throw _cursor.Sees("+=")
                ? _cursor.Fail(_cursor.At, texts => texts.HoconPlusEquals)
                : _cursor.Fail(start, texts => texts.HoconNoValue(Excerpt.Truncate(key)));
        }
    }

    private void CheckSection(string? path, string key, int start)
    {
        var opened = _cursor.At++;
        CheckMembers(OpenSection(path, key, start), opened);
    }

    private string? OpenSection(string? path, string key, int start)
    {
        if (++_depth > Deepest)
            throw _cursor.Fail(start, texts => texts.HoconTooDeep(Deepest));
        return Add(path, key, start, SettingKind.Section, _cursor.At)?.Path;
    }

    // Keys inside a list are nobody's settings: they have no path, and their references are the list's.
    private Setting? Add(string? path, string key, int start, SettingKind kind, int value, Words? words = null)
    {
        if (path is null)
        {
            _listed.AddRange(words?.References ?? []);
            return null;
        }

        var setting = new Setting(HoconWriter.Append(path, key), path.Length == 0 ? null : path, kind, new Place(_source, start))
        {
            Text = words?.Text,
            References = words?.References ?? [],
            Written = value.._cursor.At,
        };
        _into.Add(setting);
        return setting;
    }

    private void EndMember()
    {
        _cursor.SkipBlanks();
        if (!_cursor.Take(",") && !_cursor.AtLineEnd && !_cursor.AtComment && _cursor.Current != '}')
            throw Unexpected();
    }

    // HOCON allows a comma behind a section, and Akka's parser does not.
    private void LeaveOutComma()
    {
        _cursor.SkipBlanks();
        if (_cursor.Current == ',')
            LeaveOut(_cursor.At);
        EndMember();
    }

    private SettingsErrorException Unexpected() => _cursor.Current switch
    {
        ',' => _cursor.Fail(_cursor.At, texts => texts.HoconExtraComma),
        '}' or ']' => _cursor.Fail(_cursor.At, texts => texts.HoconExtraClose(_cursor.Current.ToString())),
        _ => UnexpectedCharacter(),
    };

    private SettingsErrorException UnexpectedCharacter()
    {
        var rune = Rune.TryGetRuneAt(_source.Text, _cursor.At, out var found) ? found : Rune.ReplacementChar;
        var shown = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? CodeOf(rune.Value) : rune.ToString();
        return _cursor.Fail(_cursor.At, texts => texts.HoconUnexpected(shown));
    }

    private static string CodeOf(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");

    private void WriteUntil(int end)
    {
        _into.Write(_source.Text.AsSpan(_written, end - _written));
        _written = end;
    }

    private void LeaveOut(int at, int length = 1)
    {
        WriteUntil(at);
        _written += length;
    }
}
