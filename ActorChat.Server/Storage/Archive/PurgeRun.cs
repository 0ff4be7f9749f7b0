using System.Globalization;

namespace ActorChat.Server.Storage.Archive;

/// <summary>Deletes the messages that were sent before an instant, a few at a time, and notes so in the audit table.</summary>
/// <param name="archive">The messages.</param>
/// <param name="actor">Who wants it.</param>
/// <param name="before">The instant.</param>
/// <param name="clock">Dates the entries of the audit table.</param>
internal sealed class PurgeRun(IMessageArchive archive, string actor, DateTimeOffset before, TimeProvider clock)
{
    private const string Act = "purgar";

    // Deleted within some milliseconds: a commit has to wait for no longer than that.
    private const int RowsTogether = 500;

    private long _after = long.MinValue;

    /// <summary>How many have been deleted so far.</summary>
    public long Deleted { get; private set; }

    /// <summary>Whether the last step has deleted anything, so that others should have their turn now.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Goes over the next rows. False at the end.</summary>
    public bool Step()
    {
        HasWritten = false;
        var cutoff = before.ToUnixTimeMilliseconds();
        if (archive.Next(_after, RowsTogether, cutoff) is not { } span)
            return false;
        _after = span.Last;
        if (span.Old == 0)
            return true;
        if (Deleted == 0)
            Record("");
        HasWritten = true;
        Deleted += archive.Delete(span, cutoff);
        return true;
    }

    /// <summary>Notes how many were deleted, at the end or where the run is broken off.</summary>
    public void Finish()
    {
        if (Deleted > 0)
            Record(Deleted.ToString(CultureInfo.InvariantCulture));
    }

    // The first entry comes before anything is deleted, the second with the number.
    private void Record(string detail)
    {
        archive.Record(new AuditEntry(clock.GetUtcNow().ToUnixTimeMilliseconds(), actor, Act, "", AuditEntry.Utc(before), detail));
    }
}
