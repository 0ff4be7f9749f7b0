using ActorChat.Benchmarks.Durable;
using BenchmarkDotNet.Running;

namespace ActorChat.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project ActorChat.Benchmarks -- --filter '*Mailbox*'</c> for what is small;
/// <c>-- durable</c> for what reaches the disk, which wants a runner of its own.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["durable", ..])
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
            return 0;
        }

        if (DurableOptions.Parse(args.AsSpan(1)) is not { } options)
        {
            await Console.Error.WriteLineAsync(DurableOptions.Usage);
            return 64;
        }

        await DurableRun.Run(options, Console.Out);
        return 0;
    }
}
