using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>Writes what happens in a room to the sockets of its local members, rendered once for each audience.</summary>
/// <param name="room">The room's name.</param>
/// <param name="members">The members; their local room changes them.</param>
/// <param name="dialects">The dialect of each viewer.</param>
/// <param name="readerChecks">Decides when readers are probed: writes from here bypass the connections.</param>
internal sealed class FanOut(
    string room, Dictionary<SessionId, LocalMember> members, IReadOnlyDictionary<Viewer, IChatDialect> dialects, ReaderChecks readerChecks)
{
    private readonly Dictionary<(Viewer Viewer, bool IsFocused), Audience> _audiences = [];

    /// <summary>Puts a member into its audience.</summary>
    public void Add(LocalMember member)
    {
        var key = (member.Viewer, member.IsFocused);
        if (!_audiences.TryGetValue(key, out var audience))
            _audiences.Add(key, audience = new Audience(dialects[member.Viewer], member.IsFocused ? null : room));
        audience.Count++;
        member.Audience = audience;
    }

    /// <summary>Takes a member out of its audience; nothing is rendered for an empty one.</summary>
    public void Remove(LocalMember member)
    {
        if (--member.Audience.Count == 0)
            _audiences.Remove((member.Viewer, member.IsFocused));
    }

    /// <summary>Writes posted messages to all, and confirms them to their authors.</summary>
    public void Deliver(IReadOnlyList<ChatEvent.MessagePosted> messages)
    {
        foreach (var message in messages)
        {
            if (members.TryGetValue(message.Session, out var author))
            {
                author.FirstOwn = author.FirstOwn == 0 ? message.Command : author.FirstOwn;
                author.LastOwn = message.Command;
            }

            var isFull = false;
            foreach (var audience in _audiences.Values)
            {
                audience.Add(message);
                isFull |= audience.IsFull;
            }

            if (isFull)
                DeliverAdded();
        }

        DeliverAdded();
    }

    /// <summary>Writes an event to one member, perhaps with another one in the same write.</summary>
    public void Write(LocalMember member, ChatEvent happened, ChatEvent? next = null)
    {
        member.Write(member.Audience.Render(happened, next));
        readerChecks.OnWritten(member.Audience.Rendered);
    }

    /// <summary>Writes an event to all members but one.</summary>
    public void WriteToAll(ChatEvent happened, LocalMember? except)
    {
        foreach (var audience in _audiences.Values)
            audience.Render(happened);
        foreach (var member in members.Values)
        {
            if (!ReferenceEquals(member, except))
                member.Write(member.Audience.Rendered);
        }

        OnWritten();
    }

    /// <summary>Has every connection probe its reader.</summary>
    public void CheckReaders()
    {
        readerChecks.Restart();
        foreach (var member in members.Values)
            member.Connection.Tell(SessionEvent.ReaderCheck.Instance);
    }

    public void Stop() => readerChecks.Stop();

    // Sends each member one write for all messages. Authors get those of the others (with an echo also theirs), and a confirmation of their own.
    private void DeliverAdded()
    {
        foreach (var audience in _audiences.Values)
            audience.JoinAll();
        foreach (var member in members.Values)
            member.Write(member.FirstOwn == 0 || member.Audience.EchoesOwn ? member.Audience.Rendered : member.Audience.JoinWithout(member.Session));

        // A confirmed author's next command begins at once: it must not overtake this at anybody.
        foreach (var member in members.Values)
        {
            if (member.FirstOwn != 0)
                Confirm(member);
        }

        OnWritten();
        foreach (var audience in _audiences.Values)
            audience.Clear();
    }

    private static void Confirm(LocalMember author)
    {
        author.Connection.Tell(new SessionEvent.Accepted(author.FirstOwn, author.LastOwn));
        author.FirstOwn = 0;
    }

    private void OnWritten()
    {
        foreach (var audience in _audiences.Values)
            readerChecks.OnWritten(audience.Rendered);
        if (readerChecks.IsDueByBytes)
            CheckReaders();
    }
}

/// <summary>
/// Decides when the readers of a room are probed: some time after a write, or after a number of bytes. Frequent probes let a slow reader
/// show progress.
/// </summary>
/// <param name="interval">The longest time from a write to the check.</param>
/// <param name="clock">The clock.</param>
/// <param name="room">Receives <see cref="Due"/>.</param>
internal sealed class ReaderChecks(TimeSpan interval, TimeProvider clock, IActorRef room)
{
    private const int BytesPerCheck = 128 * 1024;

    private ActorTimer _timer;
    private int _bytes;

    /// <summary>Whether enough was written to check now.</summary>
    public bool IsDueByBytes => _bytes >= BytesPerCheck;

    /// <summary>Counts a write; call once per audience, not per member.</summary>
    public void OnWritten(Tcp.Write? write)
    {
        if (write is null)
            return;
        _bytes += write.Data.Count;
        if (!_timer.IsOn)
            _timer.Set(clock.Now() + interval, clock, room, Due.Instance);
    }

    /// <summary>Starts counting anew after a check.</summary>
    public void Restart()
    {
        Stop();
        _bytes = 0;
    }

    public void Stop() => _timer.Off();

    /// <summary>The check is due.</summary>
    internal sealed class Due : INoSerializationVerificationNeeded
    {
        public static readonly Due Instance = new();
    }
}
