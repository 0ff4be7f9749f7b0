using System.Globalization;
using System.Text;

namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>Judges the answer of the confirmation port, in no language.</summary>
internal static class ConfirmationAnswer
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Whether the answer confirms: it ends with the time under which the message is stored. A refusal has none.</summary>
    public static bool Confirms(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.UTF8.GetString(answer).AsSpan().Trim();
        return text.Length > Time.Length
            && DateTime.TryParseExact(text[^Time.Length..], Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
