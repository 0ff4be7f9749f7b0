using ActorChat.Tests.Fuzz.Attacks;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>
/// One of two users who chat while the storm goes on. Looks at every line that it is sent, byte for byte: what the other one said
/// comes in order, once, and anything else is what somebody else may have brought about.
/// </summary>
internal sealed class ControlMember : IAsyncDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Socket _socket;
    private readonly string _name;
    private readonly string _other;
    private readonly Action<string> _complain;
    private readonly StreamWriter _seen;
    private readonly Heard _publics = new();
    private readonly Heard _privates = new();
    private readonly Heard _echoes = new();
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private bool _otherIsHere;
    private volatile bool _isLeaving;

    private ControlMember(Socket socket, string name, string other, string seenFile, Action<string> complain)
    {
        (_socket, _name, _other, _complain) = (socket, name, other, complain);
        _seen = new StreamWriter(seenFile, append: false, Strict);
        SeenFile = seenFile;
        _reading = ReadAsync();
    }

    /// <summary>The nickname.</summary>
    public string Name => _name;

    /// <summary>Gets every public message that was seen, one a line, in order; to be read after the end.</summary>
    public string SeenFile { get; }

    /// <summary>How many lines of the other's have come so far, of all kinds.</summary>
    public long Received => _publics.Count + _privates.Count + _echoes.Count;

    /// <summary>Joins.</summary>
    public static async Task<ControlMember> JoinAsync(IPEndPoint chat, string name, string other, string seenFile, Action<string> complain)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(chat);
        var member = new ControlMember(socket, name, other, seenFile, complain);
        await member.SendAsync(name);
        await member._joined.Task.WaitAsync(TestTimeout.Limit);
        return member;
    }

    /// <summary>Says something to all and something to the other one alone: their numbers begin with 0 and grow by one.</summary>
    public async Task SpeakAsync(int number)
    {
        await SendAsync($"c{number}");
        await SendAsync($"#{_other} p{number}");
    }

    /// <summary>Waits until what the other one has said, and the echo of what was said to it alone, has come one time more.</summary>
    public async Task HearAsync()
    {
        foreach (var heard in new[] { _publics, _privates, _echoes })
            await heard.NextAsync();
    }

    /// <summary>From now on both may leave.</summary>
    public void ExpectEnd() => _isLeaving = true;

    /// <summary>Leaves. Whatever was sent until then has been looked at.</summary>
    public async ValueTask DisposeAsync()
    {
        ExpectEnd();
        if (_socket.Connected)
            _socket.Shutdown(SocketShutdown.Send);
        await _reading.WaitAsync(TestTimeout.Limit);
        _socket.Dispose();
        await _seen.DisposeAsync();
    }

    private async Task SendAsync(string line)
    {
        for (var rest = Encoding.UTF8.GetBytes(line + "\n").AsMemory(); !rest.IsEmpty;)
            rest = rest[await _socket.SendAsync(rest)..];
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var stream = new NetworkStream(_socket);
            using var lines = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            await ReadLinesAsync(lines);
            if (!_isLeaving)
                _complain($"{_name} was disconnected");
        }
        catch (Exception failure) when (failure is IOException or DecoderFallbackException)
        {
            _complain($"{_name} could not read on: {failure.Message}");
        }
    }

    // Cut at line feeds only, as bytes: nothing else may end a line.
    private async Task ReadLinesAsync(StreamReader bytes)
    {
        var rest = string.Empty;
        var buffer = new char[64 * 1024];
        for (int count; (count = await bytes.ReadAsync(buffer.AsMemory())) > 0;)
        {
            var lines = (rest + new string(buffer, 0, count)).Split('\n');
            foreach (var line in lines.AsSpan(0, lines.Length - 1))
                Look(Strict.GetString(Encoding.Latin1.GetBytes(line)));
            rest = lines[^1];
        }
    }

    private void Look(string line)
    {
        if (!_joined.Task.IsCompleted)
        {
            if (!line.StartsWith($"Nickname: Bienvenido, {_name}. ", StringComparison.Ordinal))
                _complain($"{_name} was welcomed with '{DocumentedLines.Visible(line)}'");
            _joined.SetResult();
        }
        else if (DocumentedLines.HasWhatNoTerminalShouldSee(line) || !(IsOfOther(line) || IsOfOthers(line)))
        {
            _complain($"{_name} saw '{DocumentedLines.Visible(line)}'");
        }
    }

    private bool IsOfOther(string line)
    {
        if (line == $"* {_other} se ha conectado" && !_otherIsHere)
            return _otherIsHere = true;
        if (line == $"* {_other} se ha desconectado")
            return _isLeaving;
        if (line == $"{_other}: c{_publics.Count}")
            return Note(line) && _publics.Add();
        if (line == $"[privado] {_other}: p{_privates.Count}")
            return _privates.Add();
        return line == $"[privado a {_other}] p{_echoes.Count}" && _echoes.Add();
    }

    private bool IsOfOthers(string line)
    {
        if (DocumentedLines.AsPublic(line) is { } said)
            return IsSomebodyElse(said.Who) && Note(line);
        var who = DocumentedLines.AsPrivate(line)?.Who ?? DocumentedLines.AsComingOrGoing(line);
        return who is not null && IsSomebodyElse(who);
    }

    private bool IsSomebodyElse(string who) => DocumentedLines.IsNickname(who) && !DocumentedLines.IsServerWord(who) && !IsPair(HostileGrammar.InLatin(who));

    private bool IsPair(string who) => string.Equals(who, _name, StringComparison.OrdinalIgnoreCase) || string.Equals(who, _other, StringComparison.OrdinalIgnoreCase);

    private bool Note(string line)
    {
        _seen.Write(line + "\n");
        return true;
    }

    // What has come, one by one.
    private sealed class Heard
    {
        private readonly SemaphoreSlim _new = new(0);

        public long Count { get; private set; }

        public bool Add()
        {
            Count++;
            _new.Release();
            return true;
        }

        public async Task NextAsync()
        {
            if (!await _new.WaitAsync(TestTimeout.Limit))
                throw new TimeoutException("Nothing was heard for too long.");
        }
    }
}
