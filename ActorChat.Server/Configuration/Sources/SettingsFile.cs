using System.Text;
using ActorChat.Server.Configuration.Hocon;
using ActorChat.Server.Errors;

namespace ActorChat.Server.Configuration.Sources;

/// <summary>A file with settings, named as the user gave it. It may include others by paths relative to itself.</summary>
internal sealed class SettingsFile(string name, SettingsFile? includedBy = null)
{
    private const int MaxIncludeDepth = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _fullPath = Path.GetFullPath(name);
    private readonly SettingsFile? _includedBy = includedBy;
    private readonly int _depth = includedBy is null ? 0 : includedBy._depth + 1;

    /// <exception cref="SettingsErrorException">The file is missing or not readable as text.</exception>
    public SourceText Read() => new(name, ReadText(), Include) { IsFile = true };

    /// <summary>Reads a file that this one includes.</summary>
    /// <exception cref="SettingsErrorException">The file is not readable, or includes itself.</exception>
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

        return included.IsCircular() ? throw new SettingsErrorException(texts => texts.IncludesItself(path)) : included.Read();
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
        var bytes = BoundedFile.Read(_fullPath, CheckedText.MaxLength + 1);
        return bytes.Length <= CheckedText.MaxLength ? bytes : throw Unreadable(texts => texts.HoconTooLarge(CheckedText.MaxLength >> 20));
    }

    private SettingsErrorException Unreadable(SettingsError why, Exception? cause = null) => new(texts => texts.ConfigFileError(name, why(texts)), cause);

    // Limits the depth too: with links, one file can appear under ever longer paths.
    private bool IsCircular()
    {
        for (var outer = _includedBy; outer is not null; outer = outer._includedBy)
        {
            if (outer._fullPath == _fullPath)
                return true;
        }

        return _depth > MaxIncludeDepth;
    }
}
