using System.Globalization;
using System.Text;

namespace ActorChat.Server.Chat.Accounts.Passwords;

/// <summary>What a password may be. One word: the commands that take passwords have them side by side.</summary>
internal static class PasswordRule
{
    /// <summary>The greatest length, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256;

    /// <summary>The form in which a password is hashed, which is the same however a keyboard or a command sends it.</summary>
    public static string Normalize(string typed) => CharacterWidth.Narrow(DisplayText.Sanitize(typed)).Trim().Normalize(NormalizationForm.FormC);

    /// <summary>Finds out why a new password is refused; null for a good one.</summary>
    /// <param name="password">The password, normalized.</param>
    /// <param name="min">The smallest length, in characters.</param>
    public static ChatEvent.Rejected? FindFlaw(string password, int min) =>
        FindLength(password)
        ?? (password.EnumerateRunes().Count() < min ? new ChatEvent.Rejected(RejectReason.PasswordTooShort, Text(min)) : null);

    /// <summary>Finds out why any password is refused, also one to be checked; null for one that may be right.</summary>
    public static ChatEvent.Rejected? FindLength(string password) =>
        Encoding.UTF8.GetByteCount(password) > MaxBytes ? new ChatEvent.Rejected(RejectReason.PasswordTooLong, Text(MaxBytes)) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
