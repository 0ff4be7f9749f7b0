namespace ActorChat.Server.Transport;

/// <summary>What a connection tells itself.</summary>
internal abstract class ConnectionSignal
{
    private ConnectionSignal()
    {
    }

    /// <summary>The peer has sent nothing for so long that what it did send is a message.</summary>
    internal sealed class QuietPeriodOver : ConnectionSignal;

    /// <summary>The peer has been cut off: nothing more is taken from it.</summary>
    internal sealed class Disconnected : ConnectionSignal
    {
        public static readonly Disconnected Instance = new();
    }

    /// <summary>The room has had its time to let go.</summary>
    internal sealed class AnswerOverdue : ConnectionSignal
    {
        public static readonly AnswerOverdue Instance = new();
    }

    /// <summary>The peer has had its time to end its own side.</summary>
    internal sealed class LingerOver : ConnectionSignal
    {
        public static readonly LingerOver Instance = new();
    }
}
