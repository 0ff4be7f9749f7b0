namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>To a <see cref="Talker"/>: send the round so many times to each of its receivers.</summary>
internal sealed record Talk(Round Round, int Times);
