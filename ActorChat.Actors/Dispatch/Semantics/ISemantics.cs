namespace Akka.Dispatch;

/// <summary>What a kind of mailbox can do; see <see cref="IRequiresMessageQueue{T}"/>.</summary>
public interface ISemantics
{
}
