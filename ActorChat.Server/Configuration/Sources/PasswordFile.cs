using System.Text;
using ActorChat.Server.Errors;

namespace ActorChat.Server.Configuration.Sources;

/// <summary>Reads a file that holds just a password, as service managers and containers provide.</summary>
internal static class PasswordFile
{
    public const string Key = "actorchat.storage.mysql.password-file";

    private const int MaxLength = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the password without the line end that editors append, or "" after a call of <paramref name="fail"/>.</summary>
    public static string Read(string path, Action<SettingsError> fail)
    {
        try
        {
            var text = Utf8.GetString(BoundedFile.Read(path, MaxLength + 3));
            var password = text.EndsWith('\n') ? text[..^(text.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)] : text;
            if (password.Length > 0 && password.Length <= MaxLength && !password.Contains('\0'))
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
