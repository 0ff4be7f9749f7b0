using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Gives a <see cref="CallingThreadDispatcher"/>, where the settings of a dispatcher have this type's name as their <c>type</c>.</summary>
internal sealed class CallingThreadDispatcherConfigurator(Config config) : MessageDispatcherConfigurator(config)
{
    public override MessageDispatcher Dispatcher(string id) => new CallingThreadDispatcher(id);
}
