namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>What a <see cref="LoginTalk"/> asks for next.</summary>
internal enum LoginStep
{
    /// <summary>More bytes.</summary>
    Wait,

    /// <summary>Send the nickname now.</summary>
    SendNickname,

    /// <summary>Nothing: the member is in.</summary>
    Done,

    /// <summary>Nothing: the server has said no; <see cref="LoginTalk.Said"/> is its reason.</summary>
    Refused,
}
