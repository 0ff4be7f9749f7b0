namespace ActorChat.Server.Configuration;

/// <summary>
/// A mistake that is found inside a callback of the HOCON parser. It is of no kind that the parser knows, so that it comes
/// through without additions.
/// </summary>
internal sealed class ComplaintException(Complaint complaint, Exception? cause = null) : Exception("The settings are wrong.", cause)
{
    /// <summary>The mistake.</summary>
    public Complaint Complaint { get; } = complaint;
}
