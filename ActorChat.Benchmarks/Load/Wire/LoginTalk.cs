using System.Text;

namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>
/// A login, seen from the client, in no language: a server asks with a prompt that is no whole line, and welcomes with a line. A line in
/// the prompt's place, or a second prompt after the answer, is a refusal.
/// </summary>
internal sealed class LoginTalk
{
    private readonly List<byte> _heard = [];
    private byte[]? _prompt;

    /// <summary>What the server has said since its last prompt, on one line.</summary>
    public string Said => Encoding.UTF8.GetString([.. _heard]).Trim().ReplaceLineEndings(" / ");

    /// <summary>Takes what has come, in any fragments.</summary>
    public LoginStep Read(ReadOnlySpan<byte> bytes)
    {
        _heard.AddRange(bytes);
        var lineEnd = _heard.LastIndexOf((byte)'\n');
        return _prompt switch
        {
            _ when _heard.Count == 0 => LoginStep.Wait,
            null when lineEnd >= 0 => LoginStep.Refused,
            null => Asked(),
            _ when lineEnd < 0 => LoginStep.Wait,
            _ when EndsWithPrompt(lineEnd + 1) => LoginStep.Refused,
            _ => LoginStep.Done,
        };
    }

    private LoginStep Asked()
    {
        _prompt = [.. _heard];
        _heard.Clear();
        return LoginStep.SendNickname;
    }

    private bool EndsWithPrompt(int start)
    {
        if (_heard.Count - start != _prompt!.Length || !_heard[start..].SequenceEqual(_prompt))
            return false;
        _heard.RemoveRange(start, _prompt.Length);
        return true;
    }
}
