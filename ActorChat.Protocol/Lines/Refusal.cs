using System.Text.RegularExpressions;

namespace ActorChat.Protocol.Lines;

/// <summary>The kinds of line of a client that one line of the server may refuse.</summary>
[Flags]
internal enum RefusedKinds
{
    Message = 1,
    Private = 2,
    Join = 4,
    Any = Message | Private | Join,
}

/// <summary>A line of the server that answers one of the reader's lines instead of doing what it asks for. Pure.</summary>
/// <param name="Kinds">What the refused line may be.</param>
/// <param name="Room">The room that it names; empty for none.</param>
internal sealed partial record Refusal(RefusedKinds Kinds, string Room)
{
    // A nickname or a room, as typed.
    private const string Name = @"\S{1,64}";

    private static readonly (Regex Form, RefusedKinds Kinds)[] Forms =
    [
        (MessageForm(), RefusedKinds.Message),
        (PrivateForm(), RefusedKinds.Private),
        (JoinForm(), RefusedKinds.Join),
        (RegisteredOnlyForm(), RefusedKinds.Message | RefusedKinds.Join),
        (AnyForm(), RefusedKinds.Any),
    ];

    /// <summary>Whether the server does not know if it was done: a public message may be stored all the same.</summary>
    public bool IsUncertain { get; private init; }

    /// <summary>The refusal that a line is; null: none that is known. A private message that is kept for later counts as answered.</summary>
    public static Refusal? Of(ServerLine line)
    {
        if (line is not (ServerLine.Error or ServerLine.Other or ServerLine.RoomsOfReader) || line.Text.Length > ServerLineParser.MaxCharacters)
            return null;

        // What another room than the current one answers has its name before it.
        var mark = MarkForm().Match(line.Text);
        var text = line.Text[mark.Length..];
        foreach (var (form, kinds) in Forms)
        {
            if (form.Match(text) is not { Success: true } match)
                continue;
            var named = match.Groups["room"].Success ? match : mark;
            return new Refusal(kinds, named.Groups["room"].Value) { IsUncertain = ServerLineParser.IsTimeout(text) };
        }

        return null;
    }

    [GeneratedRegex($@"\A\[(?<room>{Name})\] ")]
    private static partial Regex MarkForm();

    // Muted, in slow mode, put out of the room meanwhile, in no room, not to be stored. One that names a room that its author has not entered was
    // meant for the current one, as far as its author's client knows.
    [GeneratedRegex(
        $@"\A(?:En la sala (?<room>{Name}) no puedes escribir|You cannot write in the room (?<room>{Name}?)(?: until |: |\.?\z)"
            + "|La sala está en modo lento: |The room is in slow mode: "
            + $@"|No estás en la sala '{Name}'; para escribir |You are not in the room '{Name}'; to write "
            + $@"|(?:No estás en la sala|You are not in the room) '(?<room>{Name})'; "
            + "|No estás en ninguna sala; |You are in no room; |Elige antes con /sala SALA |Choose first with /room ROOM "
            + "|Error: el mensaje no se pudo guardar|Error: the message could not be saved)")]
    private static partial Regex MessageForm();

    [GeneratedRegex(
        $@"\A(?:El usuario '{Name}' no está conectado|The user '{Name}' is not connected"
            + "|Error: el mensaje privado no se pudo guardar|Error: the private message could not be stored)")]
    private static partial Regex PrivateForm();

    [GeneratedRegex(
        "\\A(?:Sala no válida: |Invalid room: |Ya hay una sala con un nombre que se confunde |There is already a room whose name looks like "
            + "|Estás en demasiadas salas; |You are in too many rooms; |El servidor no admite más salas; |The server takes no more rooms; "
            + $@"|En la sala {Name} hay un veto contra ti|You are banned from the room )")]
    private static partial Regex JoinForm();

    [GeneratedRegex(@"\A(?:La sala es solo para usuarios registrados: |The room is for registered users only: )")]
    private static partial Regex RegisteredOnlyForm();

    [GeneratedRegex(
        @"\A(?:Error: el servidor ha fallado al atender lo que enviaste|Error: the server failed over what you sent"
            + "|Error: el servidor no ha respondido a tiempo|Error: the server has not answered what you sent in time"
            + "|Error: el mensaje supera el máximo |Error: the message is longer than the maximum "
            + "|Error: el mensaje no es texto UTF-8|Error: the message is not valid UTF-8)")]
    private static partial Regex AnyForm();
}
