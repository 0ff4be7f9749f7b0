using System.Text;

namespace ActorChat.Client.Rendering;

/// <summary>Puts a prefix before each line of a text that arrives in pieces, as the pieces arrive.</summary>
/// <param name="prefix">What every line begins with, also an empty one.</param>
internal sealed class LinePrefixer(string prefix)
{
    private bool _atLineStart = true;

    /// <summary>The next piece, with the prefix wherever a line begins in it.</summary>
    public string Apply(string text)
    {
        var prefixed = new StringBuilder(text.Length + prefix.Length);
        foreach (var c in text)
        {
            if (_atLineStart)
                prefixed.Append(prefix);
            prefixed.Append(c);
            _atLineStart = c is '\n';
        }

        return prefixed.ToString();
    }

    /// <summary>The newline that an unfinished last line lacks, or nothing.</summary>
    public string Finish() => _atLineStart ? "" : "\n";
}
