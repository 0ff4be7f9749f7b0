namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>What a <see cref="ILoginTalk"/> asks for next.</summary>
internal enum LoginStep
{
    /// <summary>More bytes.</summary>
    Wait,

    /// <summary>Send the nickname now.</summary>
    SendNickname,

    /// <summary>Nothing: the member is in.</summary>
    Done,

    /// <summary>Nothing: the server has said no; <see cref="ILoginTalk.Said"/> is its reason.</summary>
    Refused,
}

/// <summary>A login, seen from the client.</summary>
internal interface ILoginTalk
{
    /// <summary>What the server has said last, on one line.</summary>
    string Said { get; }

    /// <summary>Takes what has come, in any fragments.</summary>
    LoginStep Read(ReadOnlySpan<byte> bytes);
}

/// <summary>
/// A login by lines, in no language: a server asks with a prompt, and welcomes with a line. A line in the prompt's place, or
/// the same prompt after the answer, is a refusal.
/// </summary>
internal sealed class LoginTalk : ILoginTalk
{
    private const int MaxLineCharacters = 4096;

    private readonly LineSplitter _splitter = new(MaxLineCharacters, static _ => "…");
    private readonly List<string> _lines = [];
    private string? _prompt;

    /// <inheritdoc/>
    public string Said => string.Join(" / ", _lines);

    /// <inheritdoc/>
    public LoginStep Read(ReadOnlySpan<byte> bytes)
    {
        _lines.AddRange(_splitter.Add(bytes));

        // A refusal has a line of its own before the prompt: without one, this may be any line cut behind a colon.
        if (_splitter.IsAtPrompt && (_prompt is null || _lines.Count > 0))
        {
            var prompt = _splitter.TakePrompt();
            if (_prompt is null)
                return Ask(prompt);
            if (prompt == _prompt)
                return LoginStep.Refused;
        }

        return _lines.Count == 0 ? LoginStep.Wait : _prompt is null ? LoginStep.Refused : LoginStep.Done;
    }

    private LoginStep Ask(string prompt)
    {
        _prompt = prompt;
        _lines.Clear();
        return LoginStep.SendNickname;
    }
}
