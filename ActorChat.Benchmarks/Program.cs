using ActorChat.Benchmarks.Durable;
using ActorChat.Benchmarks.Growth;
using ActorChat.Benchmarks.History;
using ActorChat.Benchmarks.Load;
using BenchmarkDotNet.Running;

namespace ActorChat.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project ActorChat.Benchmarks -- --filter '*Framing*'</c> for what is small;
/// <c>-- durable</c> for what reaches the disk, which wants a runner of its own; <c>-- load</c> for whole servers, ours or others;
/// <c>-- growth</c> for how their cost grows; <c>-- history</c> for reading and searching a large table.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["load", ..]:
                return Load(args.AsSpan(1));
            case ["durable", ..] when DurableOptions.Parse(args.AsSpan(1)) is { } options:
                await DurableRun.Run(options, Console.Out);
                return 0;
            case ["durable", ..]:
                await Console.Error.WriteLineAsync(DurableOptions.Usage);
                return LoadProgram.WrongArguments;
            case ["growth", ..] when GrowthOptions.Parse(args.AsSpan(1)) is { } options:
                return GrowthRun.Run(options, Console.Out, Console.Error, !Console.IsErrorRedirected);
            case ["growth", ..]:
                await Console.Error.WriteLineAsync(GrowthOptions.Usage);
                return LoadProgram.WrongArguments;
            case ["history", ..] when HistoryOptions.Parse(args.AsSpan(1)) is { } options:
                HistoryRun.Run(options, Console.Out, Console.Error, !Console.IsErrorRedirected);
                return 0;
            case ["history", ..]:
                await Console.Error.WriteLineAsync(HistoryOptions.Usage);
                return LoadProgram.WrongArguments;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }

    private static int Load(ReadOnlySpan<string> arguments)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The second Ctrl+C ends the process.
            pressed.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        };
        return LoadProgram.Run(arguments, Console.Out, Console.Error, !Console.IsErrorRedirected, interrupted.Token);
    }
}
