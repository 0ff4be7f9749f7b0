namespace ActorChat.Server.Configuration.Checking;

// Akka's parser hands an include to a callback, but then references in that file see nothing outside of it, and none of them
// may stand inside a section. In its place the text behaves as if it had been written there.
internal sealed partial class HoconChecker
{
    // A key may have this name.
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
        Check(Open(name, start), _into, path, _depth, _listed);
        LeaveOutComma();
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
