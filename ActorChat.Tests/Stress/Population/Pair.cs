namespace ActorChat.Tests.Stress.Population;

/// <summary>
/// The account of one sender's messages to one actor: what the actor has worked on is an unbroken beginning of what was sent, and all
/// the rest are dead letters, each once. Each number is written by one party only.
/// </summary>
internal sealed class Pair(Life receiver)
{
    private int _sent;
    private int _worked;
    private int _dead;
    private long _deadNumbers;

    /// <summary>Whom the messages are for.</summary>
    public Life Receiver { get; } = receiver;

    /// <summary>How many messages were sent.</summary>
    public int Sent => _sent;

    /// <summary>The sender: the next message.</summary>
    public Work Next(Kind kind) => new(this, ++_sent, kind);

    /// <summary>The receiver: this message has come. Whether it was its turn.</summary>
    public bool Worked(int number) => ++_worked == number;

    /// <summary>The collector of dead letters: this message has not come.</summary>
    public void Died(int number)
    {
        _dead++;
        _deadNumbers += number;
    }

    /// <summary>When all is quiet: what is wrong; null if nothing is.</summary>
    public string? Audit()
    {
        var missing = _sent - _worked;
        var missingNumbers = missing * (_worked + 1L + _sent) / 2;
        return _dead == missing && _deadNumbers == missingNumbers
            ? null
            : $"{Receiver}: {_sent} sent, {_worked} worked on, {_dead} dead letters with the sum {_deadNumbers} instead of {missingNumbers}";
    }
}
