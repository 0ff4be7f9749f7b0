using System.Text;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>A file with settings. It may include others, each by a path relative to itself.</summary>
/// <param name="name">Its path, as the user gave it: complaints show it so.</param>
/// <param name="includedBy">The file that includes it; null for one that was asked for itself.</param>
internal sealed class SettingsFile(string name, SettingsFile? includedBy = null)
{
    private const int DeepestInclude = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _fullPath = Path.GetFullPath(name);
    private readonly int _depth = includedBy is null ? 0 : includedBy._depth + 1;

    /// <summary>The path as the user gave it.</summary>
    public string Name { get; } = name;

    /// <summary>The file's text.</summary>
    /// <exception cref="ComplaintException">There is no such file, or it cannot be read as text.</exception>
    public string Read()
    {
        try
        {
            return Directory.Exists(_fullPath)
                ? throw new ComplaintException(texts => texts.ConfigFileError(Name, texts.IsFolder))
                : File.ReadAllText(_fullPath, Utf8);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ComplaintException(Missing(), missing);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new ComplaintException(texts => texts.ConfigFileError(Name, texts.IsNotUtf8), invalid);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ComplaintException(texts => texts.ConfigFileError(Name, refusal.Message), refusal);
        }
    }

    /// <summary>What this file includes under a name.</summary>
    /// <exception cref="ComplaintException">It cannot be read, is not HOCON, or includes itself again.</exception>
    public HoconRoot Include(string path)
    {
        var included = Open(path);
        var text = included.Read();
        try
        {
            return Parser.Parse(text, included.Include);
        }
        catch (Exception error) when (error is not ComplaintException)
        {
            // Of any kind: the official parser throws what comes to hand.
            throw new ComplaintException(texts => texts.ConfigFileError(included.Name, error.Message), error);
        }
    }

    private SettingsFile Open(string path)
    {
        try
        {
            var included = new SettingsFile(Path.Combine(Path.GetDirectoryName(Name) ?? "", path), this);
            return included.Returns() ? throw new ComplaintException(texts => texts.ConfigFileError(Name, texts.IncludesItself(path))) : included;
        }
        catch (ArgumentException invalid)
        {
            throw new ComplaintException(texts => texts.ConfigFileError(Name, texts.IncludeMissing(path)), invalid);
        }
    }

    // Links can make one file appear under ever longer paths, hence the second condition.
    private bool Returns()
    {
        for (var outer = includedBy; outer is not null; outer = outer.Includer)
        {
            if (outer._fullPath == _fullPath)
                return true;
        }

        return _depth > DeepestInclude;
    }

    private SettingsFile? Includer => includedBy;

    private Complaint Missing() => includedBy is null
        ? texts => texts.ConfigFileMissing(Name)
        : texts => texts.ConfigFileError(includedBy.Name, texts.IncludeMissing(Name));
}
