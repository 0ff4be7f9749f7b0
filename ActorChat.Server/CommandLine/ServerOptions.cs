namespace ActorChat.Server.CommandLine;

/// <summary>What the command line says about the settings, unread: <see cref="Configuration.SettingsLoader.Load"/> takes it.</summary>
/// <param name="ConfigFiles">The files, the weakest first.</param>
/// <param name="Sets">What was given with <c>--set</c>, the weakest first.</param>
/// <param name="LogLevel">The log level; null leaves it to the settings.</param>
internal sealed record ServerOptions(IReadOnlyList<string> ConfigFiles, IReadOnlyList<string> Sets, string? LogLevel);
