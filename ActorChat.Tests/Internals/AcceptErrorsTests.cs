using System.Net.Sockets;
using Akka.IO;
using Xunit;

namespace ActorChat.Tests.Internals;

public class AcceptErrorsTests
{
    [Theory]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.ConnectionAborted)]
    [InlineData(SocketError.AccessDenied)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkDown)]
    public void A_connections_own_error_is_followed_by_the_next_connection(SocketError error) =>
        Assert.Equal(AcceptAnswer.Next, AcceptErrors.AnswerTo(error));

    [Theory]
    [InlineData(SocketError.TooManyOpenSockets)]
    [InlineData(SocketError.NoBufferSpaceAvailable)]
    [InlineData(SocketError.SystemNotReady)]
    [InlineData(SocketError.SocketError)]
    public void An_error_of_the_machine_or_one_that_nobody_knows_is_waited_out(SocketError error) =>
        Assert.Equal(AcceptAnswer.Pause, AcceptErrors.AnswerTo(error));

    [Theory]
    [InlineData(SocketError.NotSocket)]
    [InlineData(SocketError.InvalidArgument)]
    public void An_error_of_the_listening_socket_ends_the_listener(SocketError error) =>
        Assert.Equal(AcceptAnswer.Fail, AcceptErrors.AnswerTo(error));

    [Fact]
    public void A_listener_that_was_closed_does_nothing_more() =>
        Assert.Equal(AcceptAnswer.Leave, AcceptErrors.AnswerTo(SocketError.OperationAborted));
}
