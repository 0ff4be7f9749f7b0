namespace ActorChat.Server.Configuration.Hocon;

// Inlines included files. Akka's own callback has two limits: references of a file see nothing outside it,
// and no include may stand inside a section.
internal sealed partial class HoconChecker
{
    // "include" may also be a key.
    private bool AtInclude(int start)
    {
        _cursor.SkipBlanks();
        if (_cursor.Current is '.' or '=' or ':' or '{')
            return false;
        return _cursor.Current == '"' ? true : throw _cursor.Fail(start, texts => texts.HoconBadInclude);
    }

    private void Include(string? path, int start)
    {
        var name = _cursor.ReadQuoted();
        WriteUntil(start);
        _written = _cursor.At;
        _into.Write("\n");
        Check(Open(name, start), _into, path, _depth, _listReferences);
        OmitComma();
    }

    private SourceText Open(string name, int start)
    {
        try
        {
            return _source.Open(name);
        }
        catch (SettingsErrorException unreadable)
        {
            throw _cursor.Fail(start, unreadable.Error, unreadable);
        }
    }
}
