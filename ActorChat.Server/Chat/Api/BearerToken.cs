using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ActorChat.Server.Chat.Api;

/// <summary>
/// The tokens by which programs show who they are. They have 256 random bits, so nobody can guess one: unlike a password's, its hash need not
/// be slow.
/// </summary>
internal static class BearerToken
{
    // Lets scanners find one that was published by mistake.
    private const string Prefix = "actorchat_";

    private const int RandomBytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What the storage keeps of a token: its SHA-256.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
