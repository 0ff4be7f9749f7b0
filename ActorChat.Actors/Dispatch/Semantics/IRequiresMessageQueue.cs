using System.Diagnostics.CodeAnalysis;

namespace Akka.Dispatch;

/// <summary>An actor that says what its mailbox has to be able to do. The one mailbox of this runtime can do it all.</summary>
/// <typeparam name="T">What is needed.</typeparam>
[SuppressMessage("Naming", "CA1715", Justification = "Akka's name.")]
public interface IRequiresMessageQueue<T>
    where T : ISemantics
{
}
