using System.Runtime.InteropServices;
using Akka;
using Akka.Actor;
using Akka.Configuration;

namespace ActorChat.Tests.EndToEnd;

/// <summary>What runs inside of a <see cref="SystemProcess"/>: an actor system that says how it is shut down.</summary>
internal static class SystemProgram
{
    /// <summary>The exit code of a program that leaves by itself.</summary>
    public const int OwnExitCode = 7;

    /// <summary>Runs it.</summary>
    /// <param name="settings">In HOCON.</param>
    /// <param name="what">
    /// After a line of input: <c>leave</c> Main, <c>exit</c> by Environment.Exit, <c>shutdown</c> and stay; <c>handle</c> takes SIGTERM on.
    /// </param>
    public static async Task<int> Run(string settings, string what)
    {
        var system = ActorSystem.Create("child", ConfigurationFactory.ParseString(settings));
        using var signal = what == "handle" ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle) : null;
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "say", () =>
        {
            Console.WriteLine($"stopping: {shutdown.ShutdownReason?.GetType().Name}");
            return Task.FromResult(Done.Instance);
        });
        system.RegisterOnTermination(() => Console.WriteLine("terminated"));
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        if (what == "exit")
            Environment.Exit(OwnExitCode);
        if (what == "shutdown")
        {
            await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }

        return OwnExitCode;
    }

    private static void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        Console.WriteLine("handled");
    }
}
