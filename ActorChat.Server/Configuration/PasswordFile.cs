using System.Text;
using ActorChat.Server.Errors;

namespace ActorChat.Server.Configuration;

/// <summary>A file with nothing in it but a password, as service managers and containers hand them over.</summary>
internal static class PasswordFile
{
    /// <summary>The key of its path.</summary>
    public const string Key = "actorchat.storage.mysql.password-file";

    private const int Longest = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The password, without the line end that an editor puts behind it. Empty when there is a mistake.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="fail">Gets what is wrong with it.</param>
    public static string Read(string path, Action<SettingsError> fail)
    {
        try
        {
            var text = Utf8.GetString(BoundedFile.Read(path, Longest + 3));
            var password = text.EndsWith('\n') ? text[..^(text.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)] : text;
            if (password.Length > 0 && password.Length <= Longest && !password.Contains('\0'))
                return password;
            fail(texts => texts.BadPasswordFile(Key, path, texts.HoldsNoPassword));
        }
        catch (DecoderFallbackException)
        {
            fail(texts => texts.BadPasswordFile(Key, path, texts.IsNotUtf8));
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or TimeoutException)
        {
            fail(texts => texts.BadPasswordFile(Key, path, Directory.Exists(path) ? texts.IsFolder : SystemErrors.Describe(refusal, texts)));
        }

        return "";
    }
}
