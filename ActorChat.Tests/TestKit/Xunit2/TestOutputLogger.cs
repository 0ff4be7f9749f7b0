using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Writes log events to the output of a test.</summary>
internal sealed class TestOutputLogger : ReceiveActor
{
    public TestOutputLogger(ITestOutputHelper output, string prefix) => Receive<LogEvent>(line =>
    {
        try
        {
            output.WriteLine(prefix + line);
        }
        catch (InvalidOperationException)
        {
            // The test is over and takes no more output; what its system says while it stops is of no use to it.
        }
    });
}
