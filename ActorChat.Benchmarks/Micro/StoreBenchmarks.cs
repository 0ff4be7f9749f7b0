using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>What it costs to have messages on disk: a transaction with a sync for each batch.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private DirectoryInfo _folder = null!;
    private IMessageStore _store = null!;
    private MessageRecord[] _batch = [];
    private long _number;

    /// <summary>Messages in one transaction.</summary>
    [Params(1, 100, 1000)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("actorchat-benchmark-");
        _store = new SqliteDatabase(new SqliteOptions(Path.Combine(_folder.FullName, "mensajes.db"))).OpenMessages();
        _batch = [.. Enumerable.Repeat(new MessageRecord(new string('x', 64), DateTimeOffset.Now, "127.0.0.1", "ana", "general", 0), Batch)];
    }

    [GlobalCleanup]
    public void Close()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public void Append()
    {
        for (var i = 0; i < _batch.Length; i++)
            _batch[i] = _batch[i] with { Number = ++_number };
        _store.Append(_batch);
    }
}
