using System.Text;
using ActorChat.Server.Configuration.Checking;
using ActorChat.Server.Errors;

namespace ActorChat.Server.Configuration;

/// <summary>A file with settings. It may include others, each by a path relative to itself.</summary>
/// <param name="name">Its path, as the user gave it: messages show it so.</param>
/// <param name="includedBy">The file that includes it; null for one that was asked for itself.</param>
internal sealed class SettingsFile(string name, SettingsFile? includedBy = null)
{
    private const int DeepestInclude = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _fullPath = Path.GetFullPath(name);
    private readonly SettingsFile? _includedBy = includedBy;
    private readonly int _depth = includedBy is null ? 0 : includedBy._depth + 1;

    /// <summary>Its text.</summary>
    /// <exception cref="SettingsErrorException">There is no such file, or it cannot be read as text.</exception>
    public SourceText Read() => new(name, ReadText(), Include) { IsFile = true };

    /// <summary>What this file includes under a path.</summary>
    /// <exception cref="SettingsErrorException">It cannot be read, or includes itself again.</exception>
    public SourceText Include(string path)
    {
        SettingsFile included;
        try
        {
            included = new SettingsFile(Path.Combine(Path.GetDirectoryName(name) ?? "", path), this);
        }
        catch (ArgumentException impossible)
        {
            throw new SettingsErrorException(texts => texts.IncludeMissing(Excerpt.Truncate(path)), impossible);
        }

        return included.Returns() ? throw new SettingsErrorException(texts => texts.IncludesItself(path)) : included.Read();
    }

    private string ReadText()
    {
        try
        {
            return Directory.Exists(_fullPath) ? throw Unreadable(texts => texts.IsFolder) : Utf8.GetString(ReadBytes());
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            SettingsError error = _includedBy is null ? texts => texts.ConfigFileMissing(name) : texts => texts.IncludeMissing(name);
            throw new SettingsErrorException(error, missing);
        }
        catch (DecoderFallbackException invalid)
        {
            throw Unreadable(texts => texts.IsNotUtf8, invalid);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw Unreadable(texts => SystemErrors.Describe(refusal, texts), refusal);
        }
    }

    private byte[] ReadBytes()
    {
        var bytes = BoundedFile.Read(_fullPath, CheckedText.Longest + 1);
        return bytes.Length <= CheckedText.Longest ? bytes : throw Unreadable(texts => texts.HoconTooLarge(CheckedText.Longest >> 20));
    }

    private SettingsErrorException Unreadable(SettingsError why, Exception? cause = null) => new(texts => texts.ConfigFileError(name, why(texts)), cause);

    // Links can make one file appear under ever longer paths, hence the second condition.
    private bool Returns()
    {
        for (var outer = _includedBy; outer is not null; outer = outer._includedBy)
        {
            if (outer._fullPath == _fullPath)
                return true;
        }

        return _depth > DeepestInclude;
    }
}
