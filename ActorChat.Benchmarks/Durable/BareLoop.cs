using System.Diagnostics;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Benchmarks.Durable;

/// <summary>
/// The plain loop that the actor is compared with: one thread, one INSERT and one commit for each message, on a prepared statement
/// with the same table, library and pragmas. Nothing that stores messages one by one can be faster.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SqliteSession _session;
    private readonly SqliteStatement _insert;
    private long _number;

    /// <summary>Creates the file.</summary>
    public BareLoop(string path)
    {
        _session = new SqliteDatabase(new SqliteOptions(path)).OpenWith(session => session);
        _insert = _session.Prepare("""
            INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala, numero, instante) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """);
    }

    /// <summary>Stores messages for that long.</summary>
    public Slice Run(TimeSpan length)
    {
        var waits = Delays.NewHistogram();
        var cpu = Environment.CpuUsage.TotalTime;
        var now = Stopwatch.GetTimestamp();
        var end = now + (long)(length.TotalSeconds * Stopwatch.Frequency);
        while (now < end)
        {
            Insert(Sample.Text);
            var before = now;
            now = Stopwatch.GetTimestamp();
            waits.RecordValue(now - before);
        }

        return new Slice(length, Environment.CpuUsage.TotalTime - cpu, waits);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Close();

    private void Insert(string text)
    {
        _insert.Bind(1, text);
        var now = DateTimeOffset.Now;
        _insert.Bind(2, now, "s");
        _insert.Bind(3, "127.0.0.1");
        _insert.Bind(4, "ana");
        _insert.Bind(5, Sample.Room);
        _insert.Bind(6, ++_number);
        _insert.Bind(7, now.ToUnixTimeMilliseconds());
        _insert.Run();
    }
}
