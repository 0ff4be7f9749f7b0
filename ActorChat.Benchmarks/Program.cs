using BenchmarkDotNet.Running;

namespace ActorChat.Benchmarks;

/// <summary><c>dotnet run -c Release --project ActorChat.Benchmarks -- --filter '*Mailbox*'</c></summary>
internal static class Program
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
