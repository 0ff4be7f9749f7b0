using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>The words for the states of actors.</summary>
internal static class StateNames
{
    /// <summary>The word in a language.</summary>
    public static string Of(ActorState state, Texts texts) => state switch
    {
        ActorState.Running => texts.StateRunning,
        ActorState.Starting => texts.StateStarting,
        ActorState.Stopping => texts.StateStopping,
        ActorState.Restarting => texts.StateRestarting,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
