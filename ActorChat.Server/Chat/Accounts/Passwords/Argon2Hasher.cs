using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NSec.Cryptography;

namespace ActorChat.Server.Chat.Accounts.Passwords;

/// <summary>Makes and checks hashes of passwords. Slow by design: not to be called on a thread that others need.</summary>
internal interface IPasswordHasher
{
    string Hash(string password);

    bool Matches(string password, string hash);

    /// <summary>Whether a hash was made with less effort than <see cref="Hash"/> takes now.</summary>
    bool IsWeak(string hash);
}

/// <summary>
/// Argon2id by libsodium. A hash is a PHC string (https://github.com/P-H-C/phc-string-format), which carries its parameters and its salt.
/// </summary>
/// <param name="memory">KiB of memory for one hash; at least 8.</param>
/// <param name="passes">Passes over the memory; positive.</param>
internal sealed partial class Argon2Hasher(int memory, int passes) : IPasswordHasher
{
    private const int SaltBytes = 16, HashBytes = 32;

    public string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Derive(password, salt, memory, passes, HashBytes);
        return string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={memory},t={passes},p=1${Encode(salt)}${Encode(hash)}");
    }

    public bool Matches(string password, string hash)
    {
        if (Form().Match(hash) is not { Success: true } parts)
            return false;
        var expected = Decode(parts.Groups["hash"].Value);
        var actual = Derive(password, Decode(parts.Groups["salt"].Value), Number(parts, "memory"), Number(parts, "passes"), expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    public bool IsWeak(string hash) =>
        Form().Match(hash) is { Success: true } parts && (Number(parts, "memory") < memory || Number(parts, "passes") < passes);

    private static byte[] Derive(string password, byte[] salt, int memory, int passes, int length) =>
        PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = memory, NumberOfPasses = passes })
            .DeriveBytes(Encoding.UTF8.GetBytes(password), salt, length);

    // PHC strings have no padding.
    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Decode(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    private static int Number(Match parts, string group) => int.Parse(parts.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // The salt has 16 bytes and the hash 32: nothing else is written here.
    [GeneratedRegex(@"\A\$argon2id\$v=19\$m=(?<memory>[0-9]{1,8}),t=(?<passes>[0-9]{1,4}),p=1\$(?<salt>[A-Za-z0-9+/]{22})\$(?<hash>[A-Za-z0-9+/]{43})\z")]
    private static partial Regex Form();
}
