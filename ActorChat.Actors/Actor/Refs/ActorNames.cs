namespace Akka.Actor;

/// <summary>The names that the runtime gives to actors without one: <c>$a</c>, <c>$b</c> … <c>$~</c>, <c>$ab</c> …</summary>
internal static class ActorNames
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    /// <summary>The name of the given number, counted from 1; lowest digit first, as in Akka.</summary>
    public static string Generated(long number)
    {
        Span<char> name = stackalloc char[16];
        name[0] = '$';
        var length = 1;
        var rest = number - 1;
        do
        {
            name[length++] = Digits[(int)(rest & 63)];
            rest >>= 6;
        }
        while (rest > 0);
        return new string(name[..length]);
    }
}
