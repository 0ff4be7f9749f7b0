using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Configuration;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;
using Akka.Event;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>
/// A whole node over loopback: one member speaks, all others read. The time is for one public message, from the first byte sent
/// to the last receiver, stored on disk in between; senders and receivers run in the same process, so it is an upper bound.
/// </summary>
[MemoryDiagnoser]
public class FanOutBenchmarks
{
    private const int Messages = 1_000;

    private readonly byte[] _burst = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 64) + "\n", Messages)));
    private readonly List<Socket> _members = [];
    private DirectoryInfo _folder = null!;
    private ActorSystem _system = null!;

    /// <summary>How many read.</summary>
    [Params(10, 100)]
    public int Readers { get; set; }

    [GlobalSetup]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("actorchat-benchmark-");
        _system = ActorSystem.Create("benchmark", """
            akka.loglevel = OFF
            actorchat.storage.dispatcher { type = PinnedDispatcher }
            actorchat.storage.reading-dispatcher { type = PinnedDispatcher }
            actorchat.storage.search-dispatcher { type = PinnedDispatcher }
            actorchat.storage.users-dispatcher { type = PinnedDispatcher }
            actorchat.storage.accounts-dispatcher { type = PinnedDispatcher }
            actorchat.accounts.dispatcher { type = PinnedDispatcher }
            """);
        var node = _system.ActorOf(ServerActor.PropsFor(Settings()), "node");
        var started = await node.Ask<ServerEvent.Started>(new ServerCommand.Start());
        for (var i = 0; i <= Readers; i++)
            _members.Add(await Join(started.Chat[0], $"u{i}"));
        await Task.WhenAll(_members.Select((member, i) => ReadLines(member, Readers - i)));
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        _members.ForEach(member => member.Dispose());
        await _system.Terminate();
        _folder.Delete(recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Say()
    {
        var reading = _members.Skip(1).Select(member => ReadLines(member, Messages)).ToArray();
        await _members[0].SendAsync(_burst);
        await Task.WhenAll(reading);
    }

    // One after the other: so each knows how many come after it, whose notices are not to be taken for messages.
    private static async Task<Socket> Join(EndPoint chat, string nickname)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(chat);
        socket.Send(Encoding.UTF8.GetBytes(nickname + "\n"));
        await ReadLines(socket, 1);
        return socket;
    }

    private static async Task ReadLines(Socket member, int lines)
    {
        var buffer = new byte[64 * 1024];
        while (lines > 0)
        {
            var count = await member.ReceiveAsync(buffer);
            if (count == 0)
                throw new EndOfStreamException("The server closed.");
            lines -= buffer.AsSpan(0, count).Count((byte)'\n');
        }
    }

    private ServerActorSettings Settings()
    {
        var texts = Texts.For(Language.Spanish);
        var connections = new ConnectionSettings(1024, MaxQueued: 16 << 20, TimeSpan.FromMilliseconds(10), LogLevel.DebugLevel, texts);
        return new ServerActorSettings(
            [new IPEndPoint(IPAddress.Loopback, 0)],
            Confirmation: [],
            connections,
            connections,
            new ServerLimits(new ConnectionLimits(MaxConnections: 20_000), NicknameAttempts: 5, MaxUnconfirmed: 1_000),
            SqlitePersistence.ContextOf(Path.Combine(_folder.FullName, "mensajes.db")))
        {
            Accounts = new AccountRules { Hasher = new Argon2Hasher(memory: 19 * 1024, passes: 2), Dispatcher = AccountSettings.Dispatcher },
        };
    }
}
