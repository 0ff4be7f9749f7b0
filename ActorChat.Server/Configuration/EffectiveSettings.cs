using System.Text;
using ActorChat.Server.Configuration.Hocon;
using ActorChat.Server.Configuration.Sources;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Writes the settings in effect as HOCON: the built-in text with its comments and changed values, then all other keys.
/// The result is valid for <c>--config</c>.
/// </summary>
internal static class EffectiveSettings
{
    /// <summary>Renders the text. Secrets are empty, with a comment that says so.</summary>
    public static string Render(Config config)
    {
        var source = BuiltInSettings.Source;
        var builtIn = new CheckedText();
        builtIn.Add(source);
        var known = SettingsTree.Build(builtIn.Settings);
        var text = new StringBuilder();
        var written = 0;
        foreach (var setting in builtIn.Settings.Where(setting => setting.Kind != SettingKind.Section))
        {
            text.Append(source.Text, written, setting.Written.Start.Value - written);
            text.Append(ValueOf(setting, config.GetValue(setting.Path)!, source.Text[setting.Written]));
            written = setting.Written.End.Value;
        }

        text.Append(source.Text, written, source.Text.Length - written);
        AppendOthers(text, [.. known.Roots.SelectMany(root => Others(root, config.GetValue(root)!, known))]);
        return text.ToString();
    }

    private static string ValueOf(Setting setting, HoconValue value, string builtIn)
    {
        if (Secret.IsSecret(setting.Path))
            return string.IsNullOrEmpty(value.GetString()) ? builtIn : "\"\"  # *** (set, and not shown)";
        return setting.Text is { } text && value.IsString() && value.GetString() == text ? builtIn : HoconWriter.Write(value);
    }

    private static void AppendOthers(StringBuilder text, string[] lines)
    {
        if (lines.Length == 0)
            return;
        text.Append("\n# Keys that the built-in settings do not have.\n");
        foreach (var line in lines)
            text.Append(line).Append('\n');
    }

    private static IEnumerable<string> Others(string path, HoconValue value, SettingsTree known)
    {
        if (known.Find(path) is { Kind: not SettingKind.Section })
            return [];
        if (value.GetObject() is { Items.Count: > 0 } section)
            return section.Items.SelectMany(item => Others(HoconWriter.Append(path, item.Key), item.Value, known));
        return [Secret.IsSecret(path) ? $"# {path} = ***" : $"{path} = {HoconWriter.Write(value)}"];
    }
}
