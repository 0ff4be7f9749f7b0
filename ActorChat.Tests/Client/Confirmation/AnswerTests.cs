using ActorChat.Client.Confirmation;
using ActorChat.Client.Net;

namespace ActorChat.Tests.Client.Confirmation;

public class AnswerTests
{
    [Theory]
    [InlineData("Mensaje recibido: 2025-09-07T12:00:00\n", "Mensaje recibido: 2025-09-07T12:00:00")]
    [InlineData("Mensaje recibido: 2025-09-07T12:00:00", "Mensaje recibido: 2025-09-07T12:00:00")]
    [InlineData("Message received: ñ\r\nand more\n", "Message received: ñ", "and more")]
    public void An_answer_confirms_however_it_is_cut(string sent, params string[] shown) =>
        AssertAtEachCut<ConfirmationResult.Confirmed>(sent, shown);

    [Theory]
    [InlineData("Error: el mensaje no se pudo guardar\n")]
    [InlineData("Error: the message could not be stored")]
    [InlineData("El servidor está lleno. Inténtalo más tarde.")]
    [InlineData("The server is stopping.\n")]
    public void An_error_is_shown_and_confirms_nothing(string sent) =>
        AssertAtEachCut<ConfirmationResult.Refused>(sent, sent.TrimEnd());

    [Theory]
    [InlineData("Error: el servidor no ha respondido a tiempo a lo que enviaste; puede que no se haya hecho.\n")]
    [InlineData("Error: the server has not answered what you sent in time; it may not have been done.")]
    public void After_a_time_out_of_the_server_it_is_open_whether_the_message_is_stored(string sent) =>
        Assert.IsType<ConfirmationResult.TimedOut>(Judge(sent, ConnectionEnd.Closed));

    [Theory]
    [InlineData("", ConnectionEnd.Closed)]
    [InlineData("\n", ConnectionEnd.Closed)]
    [InlineData("\u001B[2J", ConnectionEnd.Closed)]
    [InlineData("Mensaje rec", ConnectionEnd.Lost)]
    internal void What_is_no_whole_answer_confirms_nothing(string sent, ConnectionEnd end) =>
        Assert.IsType<ConfirmationResult.Unanswered>(Judge(sent, end));

    [Fact]
    public void A_whole_line_confirms_even_if_the_connection_breaks_after_it() =>
        Assert.IsType<ConfirmationResult.Confirmed>(Judge("Mensaje recibido: 2025-09-07T12:00:00\n", ConnectionEnd.Lost));

    private static void AssertAtEachCut<TResult>(string sent, params string[] shown)
        where TResult : ConfirmationResult
    {
        var bytes = Encoding.UTF8.GetBytes(sent);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var answer = new Answer(new LineSplitter(1000, left => $"+{left}"));
            Assert.Equal(shown, (string[])[.. answer.Add(bytes.AsSpan(0, cut)), .. answer.Add(bytes.AsSpan(cut)), .. answer.Finish()]);
            Assert.Equal(shown[0], answer.Text);
            Assert.IsType<TResult>(answer.ResultAt(ConnectionEnd.Closed));
        }
    }

    private static ConfirmationResult Judge(string sent, ConnectionEnd end)
    {
        var answer = new Answer(new LineSplitter(1000, left => $"+{left}"));
        answer.Add(Encoding.UTF8.GetBytes(sent));
        answer.Finish();
        return answer.ResultAt(end);
    }
}
