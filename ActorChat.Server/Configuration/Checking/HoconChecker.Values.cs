using System.Text;

namespace ActorChat.Server.Configuration.Checking;

// What stands behind the equals sign.
internal sealed partial class HoconChecker
{
    private void CheckValue(string? path, string key, int start)
    {
        SkipToValue(key, start);
        var value = _cursor.At;
        switch (_cursor.Current)
        {
            case '{':
                CheckSection(path, key, start);
                break;
            case '[':
                if (path is not null)
                    _listed = [];
                CheckList();
                if (path is not null)
                    Add(path, key, start, SettingKind.List, value, new Words(null, _listed));
                break;
            default:
                var words = ReadWords() ?? throw Unexpected();
                Add(path, key, start, words.Text is null ? SettingKind.Reference : SettingKind.Text, value, words);
                break;
        }

        RefuseJoining();
    }

    // A value on a line of its own may as well be the next key: only what opens a section or a list is plain.
    private void SkipToValue(string key, int start)
    {
        _cursor.SkipBlanks();
        if (_cursor.AtLineEnd || _cursor.AtComment)
        {
            _cursor.SkipToMeaning();
            if (_cursor.Current is not ('{' or '['))
                throw _cursor.Fail(start, texts => texts.HoconNoValue(Excerpt.Truncate(key)));
        }
        else if (_cursor.Current is ',' or '}')
        {
            throw _cursor.Fail(start, texts => texts.HoconNoValue(Excerpt.Truncate(key)));
        }
    }

    private void CheckList()
    {
        var (opened, depth) = (_cursor.At++, _depth);
        if (++_depth > Deepest)
            throw _cursor.Fail(opened, texts => texts.HoconTooDeep(Deepest));
        LeaveOutEmptiness();
        while (!_cursor.Take("]"))
        {
            if (_cursor.AtEnd || _cursor.Current == '}')
                throw _cursor.Fail(opened, texts => texts.HoconUnclosed("[", "]"));
            CheckElement();
            EndElement();
        }

        _depth = depth;
    }

    // Akka's parser finds a value in a list that has nothing but blanks in it.
    private void LeaveOutEmptiness()
    {
        var start = _cursor.At;
        _cursor.SkipToMeaning();
        if (_cursor.Current == ']')
            LeaveOut(start, _cursor.At - start);
    }

    private void CheckElement()
    {
        switch (_cursor.Current)
        {
            case '{':
                var opened = _cursor.At++;
                if (++_depth > Deepest)
                    throw _cursor.Fail(opened, texts => texts.HoconTooDeep(Deepest));
                CheckMembers(path: null, opened);
                _depth--;
                break;
            case '[':
                CheckList();
                break;
            default:
                _listed.AddRange((ReadWords() ?? throw Unexpected()).References);
                break;
        }

        RefuseJoining();
    }

    private void EndElement()
    {
        _cursor.SkipBlanks();
        var apart = _cursor.Take(",") || _cursor.AtLineEnd || _cursor.AtComment || _cursor.Current is ']' or '}';
        if (!apart)
            throw Unexpected();
        _cursor.SkipToMeaning();
    }

    // What Akka's parser makes of it depends on the order: one of the two is lost in silence.
    private void RefuseJoining()
    {
        _cursor.SkipBlanks();
        if (_cursor.Current is '{' or '[' or '"' || _cursor.Sees("${"))
            throw _cursor.Fail(_cursor.At, texts => texts.HoconJoined);
    }

    // Null when there is nothing that could be a text.
    private Words? ReadWords()
    {
        var (start, end) = (_cursor.At, _cursor.At);
        var text = new StringBuilder();
        var references = new List<(string Path, int At)>();
        for (var blanks = ""; ReadPiece(references) is { } piece; blanks = ReadBlanks())
        {
            text.Append(blanks).Append(piece);
            end = _cursor.At;
        }

        _cursor.At = end;
        if (end == start)
            return null;
        if (text.ToString() != text.ToString().Trim())
            throw _cursor.Fail(start, texts => texts.HoconOuterBlanks);
        var joined = references.Count > 1 || text.Length > Hole.Length;
        return new Words(
            references.Count == 0 ? text.ToString() : null,
            [.. references.Select(found => new Reference(found.Path, new Place(_source, found.At), joined))]);
    }

    private string ReadBlanks()
    {
        var start = _cursor.At;
        _cursor.SkipBlanks();
        return _cursor.From(start);
    }

    private string? ReadPiece(List<(string Path, int At)> references)
    {
        var start = _cursor.At;
        if (_cursor.Current == '"')
            return _cursor.ReadQuoted();
        if (_cursor.Take("${"))
        {
            references.Add((ReadReference(start), start));
            return Hole;
        }

        while (_cursor.AtPlainText)
            _cursor.At++;
        if (_cursor.At == start)
            return null;
        return _cursor.AtComment ? throw _cursor.Fail(_cursor.At, texts => texts.HoconTouchingComment) : _cursor.From(start);
    }

    private string ReadReference(int start)
    {
        if (_cursor.Current == '?')
            throw _cursor.Fail(start, texts => texts.HoconEnvironment("${?"));
        var path = "";
        do
        {
            var key = _cursor.At;
            while (_cursor.AtPlainKey)
                _cursor.At++;
            path = _cursor.At > key ? HoconWriter.Append(path, _cursor.From(key)) : throw _cursor.Fail(start, texts => texts.HoconBadReference("${"));
        }
        while (_cursor.Take("."));
        return _cursor.Take("}") ? path : throw _cursor.Fail(start, texts => texts.HoconBadReference("${"));
    }

    // Stands in a text for a reference, whose value is not known yet.
    private const string Hole = "$";

    /// <param name="Text">The whole text; null when a reference is in it.</param>
    /// <param name="References">The references.</param>
    private sealed record Words(string? Text, IReadOnlyList<Reference> References);
}
