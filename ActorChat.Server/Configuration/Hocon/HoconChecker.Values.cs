using System.Text;

namespace ActorChat.Server.Configuration.Hocon;

// Checks values: what follows the equals sign.
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
                    _listReferences = [];
                CheckList();
                if (path is not null)
                    Add(path, key, start, SettingKind.List, value, new Words(null, _listReferences));
                break;
            default:
                var words = ReadWords() ?? throw Unexpected();
                Add(path, key, start, words.Text is null ? SettingKind.Reference : SettingKind.Text, value, words);
                break;
        }

        RefuseJoining();
    }

    // Only a section or a list may begin on the next line: anything else there could be the next key.
    private void SkipToValue(string key, int start)
    {
        _cursor.SkipBlanks();
        if (_cursor.AtLineEnd || _cursor.AtComment)
        {
            _cursor.SkipTrivia();
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
        if (++_depth > MaxDepth)
            throw _cursor.Fail(opened, texts => texts.HoconTooDeep(MaxDepth));
        OmitBlanksOfEmptyList();
        while (!_cursor.Take("]"))
        {
            if (_cursor.AtEnd || _cursor.Current == '}')
                throw _cursor.Fail(opened, texts => texts.HoconUnclosed("[", "]"));
            CheckElement();
            EndElement();
        }

        _depth = depth;
    }

    // Akka's parser takes the blanks of an empty list for a value.
    private void OmitBlanksOfEmptyList()
    {
        var start = _cursor.At;
        _cursor.SkipTrivia();
        if (_cursor.Current == ']')
            Omit(start, _cursor.At - start);
    }

    private void CheckElement()
    {
        switch (_cursor.Current)
        {
            case '{':
                var opened = _cursor.At++;
                if (++_depth > MaxDepth)
                    throw _cursor.Fail(opened, texts => texts.HoconTooDeep(MaxDepth));
                CheckMembers(path: null, opened);
                _depth--;
                break;
            case '[':
                CheckList();
                break;
            default:
                _listReferences.AddRange((ReadWords() ?? throw Unexpected()).References);
                break;
        }

        RefuseJoining();
    }

    private void EndElement()
    {
        _cursor.SkipBlanks();
        var isSeparated = _cursor.Take(",") || _cursor.AtLineEnd || _cursor.AtComment || _cursor.Current is ']' or '}';
        if (!isSeparated)
            throw Unexpected();
        _cursor.SkipTrivia();
    }

    // Akka's parser silently loses one of two joined values; which one depends on their order.
    private void RefuseJoining()
    {
        _cursor.SkipBlanks();
        if (_cursor.Current is '{' or '[' or '"' || _cursor.StartsWith("${"))
            throw _cursor.Fail(_cursor.At, texts => texts.HoconJoined);
    }

    // Null when no text or reference begins here.
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
        var joined = references.Count > 1 || text.Length > ReferencePlaceholder.Length;
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
            return ReferencePlaceholder;
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

    // Replaces a reference in a text, as its value is not known yet.
    private const string ReferencePlaceholder = "$";

    /// <param name="Text">The whole text; null when it contains a reference.</param>
    /// <param name="References">All references in the value.</param>
    private sealed record Words(string? Text, IReadOnlyList<Reference> References);
}
