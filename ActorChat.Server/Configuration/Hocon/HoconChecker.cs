using System.Globalization;
using System.Text;

namespace ActorChat.Server.Configuration.Hocon;

/// <summary>
/// Accepts only what Akka's parser reads as HOCON means it. That parser ignores unclosed or extra brackets, can crash on a
/// reference, and reports no line or column.
/// </summary>
internal sealed partial class HoconChecker
{
    // Akka's parser recurses for each level.
    private const int MaxDepth = 64;

    private readonly SourceText _source;
    private readonly Cursor _cursor;
    private readonly ValueReader _values;
    private readonly CheckedText _into;
    private int _depth;
    private int _written;

    // References of the list being read, nested ones included.
    private List<Reference> _listReferences;

    private HoconChecker(SourceText source, CheckedText into, int depth, List<Reference> listReferences)
    {
        (_source, _cursor, _into, _depth, _listReferences) = (source, new Cursor(source), into, depth, listReferences);
        _values = new ValueReader(source, _cursor);
    }

    /// <summary>
    /// Checks a text and appends it. The path of the enclosing section is empty for the root, and null inside a list, which has no path but
    /// receives the references.
    /// </summary>
    /// <exception cref="SettingsErrorException">The text has a mistake.</exception>
    public static void Check(SourceText source, CheckedText into, string? path, int depth, List<Reference> listReferences)
    {
        into.Count(source);
        CheckCharacters(source);
        new HoconChecker(source, into, depth, listReferences).CheckRoot(path);
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

    // Omits braces around the whole text, as in JSON: Akka's parser would read nothing behind them.
    private void CheckRoot(string? path)
    {
        _cursor.Take("\uFEFF");
        _written = _cursor.At;
        _cursor.SkipTrivia();
        var start = _cursor.At;
        if (_cursor.Take("{"))
        {
            Omit(start);
            CheckMembers(path, start);
            Omit(_cursor.At - 1);
            _cursor.SkipTrivia();
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
        for (_cursor.SkipTrivia(); !_cursor.AtEnd && (_cursor.Current != '}' || opened is null); _cursor.SkipTrivia())
            CheckMember(path);
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
            _cursor.SkipTrivia();
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
            OmitComma();
        }
        else if (_cursor.Take("=") || _cursor.Take(":"))
        {
            CheckValue(path, key, start);
            EndMember();
        }
        else
        {
            throw _cursor.StartsWith("+=")
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
        Descend(start);
        return Add(path, key, start, SettingKind.Section, _cursor.At)?.Path;
    }

    private void Descend(int at)
    {
        if (++_depth > MaxDepth)
            throw _cursor.Fail(at, texts => texts.HoconTooDeep(MaxDepth));
    }

    // Keys inside a list have no path. Their references belong to the list.
    private Setting? Add(string? path, string key, int start, SettingKind kind, int value, PlainValue? text = null)
    {
        if (path is null)
        {
            _listReferences.AddRange(text?.References ?? []);
            return null;
        }

        var setting = new Setting(HoconWriter.Append(path, key), path.Length == 0 ? null : path, kind, new Place(_source, start))
        {
            Text = text?.Text,
            References = text?.References ?? [],
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

    // HOCON allows a comma behind a section; Akka's parser does not.
    private void OmitComma()
    {
        _cursor.SkipBlanks();
        if (_cursor.Current == ',')
            Omit(_cursor.At);
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
        var printable = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? CodeOf(rune.Value) : rune.ToString();
        return _cursor.Fail(_cursor.At, texts => texts.HoconUnexpected(printable));
    }

    private static string CodeOf(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");

    private void WriteUntil(int end)
    {
        _into.Write(_source.Text.AsSpan(_written, end - _written));
        _written = end;
    }

    private void Omit(int at, int length = 1)
    {
        WriteUntil(at);
        _written += length;
    }
}
