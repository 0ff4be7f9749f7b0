namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>What is measured.</summary>
internal enum LoadKind
{
    /// <summary>Members speak, all others hear it.</summary>
    Say,

    /// <summary>Members log in, and leave.</summary>
    Logins,

    /// <summary>Members log in, and stay without a word.</summary>
    Idle,

    /// <summary>Clients of the confirmation port: one connection, one message and one answer after the other.</summary>
    Confirm,
}
