using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Logging;
using ActorChat.Server.Node;
using ActorChat.Server.Persistence;
using ActorChat.Server.Persistence.MySql;
using ActorChat.Server.Persistence.Sqlite;
using ActorChat.Server.Resources;
using Akka.Configuration;
using Serilog;

namespace ActorChat.Server.Hosting;

/// <summary>
/// The composition root: understands the command line, reads the settings, and runs what was asked for. The only place that knows
/// the settings as a whole; every mistake of the operator ends here as one line and an exit code.
/// </summary>
internal static class ServerProgram
{
    /// <summary>Does what the command line asks for. Gives the exit code.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors) => CommandLineParser.Parse(args) switch
    {
        CommandLineRequest.ShowText show => Say(output, show.Text.TrimEnd('\n'), ExitCode.Success),
        CommandLineRequest.Refuse refuse => Say(errors, refuse.Line, ExitCode.Usage),
        CommandLineRequest.PrintConfig print => WithSettings(print.Options, errors, loaded => Say(output, EffectiveSettings.Render(loaded.Config).TrimEnd('\n'), ExitCode.Success)),
        CommandLineRequest.Check check => WithSettings(check.Options, errors, loaded => CheckAsync(loaded, output, errors)),
        CommandLineRequest.Backup backup => WithSettings(backup.Options, errors, loaded => BackupProgram.RunAsync(loaded.Settings, backup.File, output, errors)),
        CommandLineRequest.Run run => WithSettings(run.Options, errors, loaded => ServeAsync(loaded, output, errors)),
        _ => throw new InvalidOperationException("Not a request."),
    };

    private static Task<int> WithSettings(ServerOptions options, TextWriter errors, Func<SettingsResult.Loaded, Task<int>> use) =>
        SettingsLoader.Load(options.ConfigFiles, options.Sets, options.LogLevel) switch
        {
            SettingsResult.Loaded loaded => use(loaded),
            SettingsResult.Refused refused => Say(errors, refused.Line, ExitCode.Usage),
            _ => throw new InvalidOperationException("Not a result."),
        };

    private static async Task<int> CheckAsync(SettingsResult.Loaded loaded, TextWriter output, TextWriter errors)
    {
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var node, out var exitCode))
            return exitCode;
        var users = loaded.Settings.Storage.MySql is { } server ? new MySqlDatabase(NodeSettingsFactory.Options(server)) : null;
        try
        {
            new SqliteDatabase(NodeSettingsFactory.Options(loaded.Settings.Storage)).Check();
            users?.Check();
        }
        catch (StorageUnavailableException unavailable)
        {
            return await Say(errors, texts.Error(unavailable.Describe(texts)), ExitCode.DatabaseUnavailable);
        }

        var places = string.Join(", ", new object?[] { node.Chat, node.Confirmation, Path.GetFullPath(loaded.Settings.Storage.SqlitePath), users?.Location }.Where(p => p is not null));
        return await Say(output, texts.CheckOk(places), ExitCode.Success);
    }

    private static async Task<int> ServeAsync(SettingsResult.Loaded loaded, TextWriter output, TextWriter errors)
    {
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var node, out var exitCode))
            return exitCode;
        if (OpenLog(loaded, texts) is LogSetupResult.Refused refused)
            return await Say(errors, refused.Line, ExitCode.Usage);

        using var signals = new StopSignals();
        using var noSignal = new FileSizeSignal();
        try
        {
            return await new ServerHost(loaded.Settings, loaded.Config, texts, output, errors).RunAsync(node, signals.Requested);
        }
        catch (ConfigurationException mistake)
        {
            // A value under akka, which only the runtime understands.
            return await Say(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    private static LogSetupResult OpenLog(SettingsResult.Loaded loaded, Texts texts)
    {
        var colours = ConsoleColours.Wanted(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
        var result = LogSetup.Create(loaded.Settings.Logging, loaded.Config.GetString("akka.loglevel", "INFO"), texts, colours);
        if (result is LogSetupResult.Ready ready)
            Log.Logger = ready.Logger;
        return result;
    }

    // False when the addresses or the path of the database cannot be ones: said already.
    private static bool TryPrepare(
        ServerSettings settings, Texts texts, TextWriter errors, [NotNullWhen(true)] out NodeSettings? node, out int exitCode)
    {
        node = null;
        exitCode = ExitCode.Success;
        try
        {
            node = NodeSettingsFactory.From(settings, texts, TimeProvider.System);
            return true;
        }
        catch (SocketException unknown)
        {
            errors.WriteLine(texts.Error(texts.CannotListen(HostsOf(settings), SystemErrors.Describe(unknown, texts))));
            exitCode = ExitCode.Usage;
        }
        catch (StorageUnavailableException unavailable)
        {
            errors.WriteLine(texts.Error(unavailable.Describe(texts)));
            exitCode = ExitCode.DatabaseUnavailable;
        }

        return false;
    }

    private static string HostsOf(ServerSettings settings) =>
        string.Join(", ", new[] { settings.Chat, settings.Confirmation }.Where(p => p.Enabled).Select(p => $"{p.Host}:{p.Port}").Distinct());

    private static async Task<int> Say(TextWriter writer, string line, int exitCode)
    {
        await writer.WriteLineAsync(line);
        return exitCode;
    }
}
