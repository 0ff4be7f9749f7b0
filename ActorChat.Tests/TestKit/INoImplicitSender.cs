namespace Akka.TestKit;

/// <summary>A test kit in whose tests a message told without a sender has none.</summary>
public interface INoImplicitSender
{
}
