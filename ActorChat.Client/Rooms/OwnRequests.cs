namespace ActorChat.Client.Rooms;

/// <summary>What the client asks on one connection beside its user: the lines, and which of their answers are not shown.</summary>
internal sealed class OwnRequests
{
    private TaskCompletionSource? _returning;

    public RequestQueue Queue { get; } = new();

    public QuietAnswers Quiet { get; } = new();

    /// <summary>Whether rooms are being entered again.</summary>
    public bool IsReturning => _returning is not null;

    /// <summary>Completes when they have been.</summary>
    public Task Returned => _returning?.Task ?? Task.CompletedTask;

    /// <summary>Enters rooms again after a loss. The list of rooms tells at the end which of them took us.</summary>
    /// <param name="others">The rooms but for the general one, where everybody begins.</param>
    /// <param name="current">The current room, which comes last, as it is chosen by that.</param>
    /// <param name="wasInGeneral">Whether the user was in the general room.</param>
    public void EnterAgain(IEnumerable<string> others, string current, bool wasInGeneral)
    {
        _returning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var room in others.OrderBy(room => CaseFolding.Comparer.Equals(room, current)))
        {
            Quiet.ExpectEntered(room);
            Queue.Add(new Request($"/entrar {room}"));
        }

        if (!wasInGeneral)
        {
            Quiet.ExpectLeft();
            Queue.Add(new Request($"/dejar {RoomName.General.Value}"));
        }

        if (CaseFolding.Comparer.Equals(current, RoomName.General.Value))
        {
            Quiet.ExpectRooms();
            Queue.Add(new Request($"/sala {current}"));
        }

        Quiet.ExpectRooms();
        Queue.Add(new Request("/sala"));
    }

    /// <summary>The list of rooms has come.</summary>
    public void EndReturn()
    {
        _returning?.TrySetResult();
        _returning = null;
    }

    /// <summary>Asks who is there and which rooms there are, for completion.</summary>
    public void AskNames()
    {
        Quiet.ExpectUsers();
        Queue.Add(new Request("/listar"));
        Quiet.ExpectRoomList();
        Queue.Add(new Request("/salas"));
    }
}
