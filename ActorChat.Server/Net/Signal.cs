namespace ActorChat.Server.Net;

/// <summary>What a connection tells itself.</summary>
internal abstract class Signal
{
    private Signal()
    {
    }

    /// <summary>The peer has sent nothing for so long that what it did send is a message.</summary>
    internal sealed class QuietPeriodOver : Signal;

    /// <summary>The peer has been cut off: nothing more is taken from it.</summary>
    internal sealed class IsCutOff : Signal
    {
        public static readonly IsCutOff Instance = new();
    }

    /// <summary>The room has had its time to let go.</summary>
    internal sealed class AnswerOverdue : Signal
    {
        public static readonly AnswerOverdue Instance = new();
    }

    /// <summary>The peer has had its time to end its own side.</summary>
    internal sealed class LingerOver : Signal
    {
        public static readonly LingerOver Instance = new();
    }
}
