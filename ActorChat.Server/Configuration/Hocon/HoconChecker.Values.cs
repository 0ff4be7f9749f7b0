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
                    Add(path, key, start, SettingKind.List, value, new PlainValue(null, _listReferences));
                break;
            default:
                var text = _values.Read() ?? throw Unexpected();
                Add(path, key, start, text.Text is null ? SettingKind.Reference : SettingKind.Text, value, text);
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
        Descend(opened);
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
                Descend(opened);
                CheckMembers(path: null, opened);
                _depth--;
                break;
            case '[':
                CheckList();
                break;
            default:
                _listReferences.AddRange((_values.Read() ?? throw Unexpected()).References);
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
}
