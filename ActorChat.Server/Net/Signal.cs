namespace ActorChat.Server.Net;

/// <summary>What a connection tells itself.</summary>
internal abstract record Signal
{
    private Signal()
    {
    }

    /// <summary>The peer has sent nothing for so long that what it did send is a message.</summary>
    internal sealed record QuietPeriodOver : Signal
    {
        public static readonly QuietPeriodOver Instance = new();
    }

    /// <summary>The peer has been cut off: nothing more is taken from it.</summary>
    internal sealed record IsCutOff : Signal
    {
        public static readonly IsCutOff Instance = new();
    }

    /// <summary>The peer has had its time to end its own side.</summary>
    internal sealed record LingerOver : Signal
    {
        public static readonly LingerOver Instance = new();
    }
}
