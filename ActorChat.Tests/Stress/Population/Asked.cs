using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>A worker fails because it was asked to.</summary>
internal sealed class Asked(Kind kind) : Exception($"asked to: {kind}")
{
    /// <summary>What its supervisor is to do about it; a <see cref="ActorKilledException"/> stops, as anything unknown.</summary>
    public static Directive Decide(Exception failure) => failure is not Asked asked ? Directive.Stop : asked.Kind switch
    {
        Kind.Resume => Directive.Resume,
        Kind.Restart => Directive.Restart,
        Kind.Escalate => Directive.Escalate,
        _ => Directive.Stop,
    };

    private Kind Kind { get; } = kind;
}
