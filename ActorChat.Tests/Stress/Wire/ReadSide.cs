using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>What an end reads, and when: now and then it stops reading for a moment.</summary>
/// <param name="pulls">Whether each read has to be asked for.</param>
/// <param name="random">The end's.</param>
internal sealed class ReadSide(bool pulls, Random random)
{
    private int _asked;

    /// <summary>The bytes so far.</summary>
    public int Bytes { get; private set; }

    /// <summary>Reading begins.</summary>
    public void Begin(IActorRef connection)
    {
        if (pulls)
            Resume(connection);
    }

    /// <summary>Bytes have come. Whether they were asked for.</summary>
    public bool Take(int bytes)
    {
        Bytes += bytes;
        return !pulls || _asked-- > 0;
    }

    /// <summary>Goes on reading. False when it stops, and <see cref="Resume"/> is to be called a little later.</summary>
    public bool GoOn(IActorRef connection)
    {
        if (random.Next(10) == 0)
        {
            if (!pulls)
                connection.Tell(Tcp.SuspendReading.Instance);
            return false;
        }

        if (pulls)
            Resume(connection);
        return true;
    }

    /// <summary>Reads again.</summary>
    public void Resume(IActorRef connection)
    {
        _asked++;
        connection.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>A confirmed close reads once more by itself.</summary>
    public void AllowOneMore() => _asked++;
}
