using ActorChat.Server.Configuration;
using ActorChat.Server.Configuration.Hocon;
using Akka.Configuration;
using AkkaConfig = Akka.Configuration.Config;

namespace ActorChat.Tests.Configuration.Hocon;

/// <summary>
/// Random texts are refused, or read by Akka's parser as the checker understood them. A process of its own, because a reference
/// that was let through wrongly ends it by a stack overflow; the text is the last one on standard output then.
/// </summary>
internal static class RandomSettingsProgram
{
    private static readonly AkkaConfig Defaults = ConfigurationFactory.Default();

    public static int Run(int count)
    {
        var parsed = 0;
        Prop.ForAll(RandomHocon.Arbitrary, text => Agree(text, ref parsed)).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(count));

        // If nearly all were refused nothing would have been tried.
        return parsed > count / 10 ? 0 : 3;
    }

    private static bool Agree(string text, ref int parsed)
    {
        var read = new CheckedText();
        SettingsTree tree;
        try
        {
            read.Add(new SourceText("random", text, name => new SourceText(name, "b = ${a}\nc { d = 1 }", _ => throw new SettingsErrorException(_ => name))));
            tree = SettingsTree.Build(read.Settings);
            References.Check(read.Settings, tree);
        }
        catch (SettingsErrorException)
        {
            return true;
        }

        parsed++;
        Console.WriteLine($"---\n{text}");
        var config = ConfigurationFactory.ParseString(read.Document);
        return tree.Settings.All(setting => IsAsUnderstood(setting, config)) && Survives(config);
    }

    private static bool IsAsUnderstood(Setting setting, AkkaConfig config) => config.GetValue(setting.Path) is { } value && setting.Kind switch
    {
        SettingKind.Section => value.IsObject(),
        SettingKind.Text => value.IsString() && (value.GetString() ?? "null") == setting.Text,
        SettingKind.List => !value.IsObject() && !value.IsString(),
        _ => true,
    };

    // What the runtime does with its settings, and what --print-config does.
    private static bool Survives(AkkaConfig config)
    {
        _ = config.WithFallback(Defaults).ToString(includeFallback: true);
        var written = HoconWriter.Write(config.Root);
        var again = new CheckedText();
        again.Add(new SourceText("written", written, name => throw new InvalidOperationException(name)));
        return HoconWriter.Write(ConfigurationFactory.ParseString(again.Document).Root) == written;
    }
}
