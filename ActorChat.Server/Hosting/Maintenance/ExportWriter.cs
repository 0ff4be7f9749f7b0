using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorChat.Server.Storage.Archive;
using CsvHelper;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>Writes exported messages to a stream, in one of two formats.</summary>
internal abstract class ExportWriter : IDisposable
{
    /// <summary>The writer for a file, by the ending of its name; null where that says nothing.</summary>
    public static Func<Stream, ExportWriter>? For(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSV" => stream => new Csv(stream),
        ".JSONL" or ".NDJSON" or ".JSON" => stream => new JsonLines(stream),
        _ => null,
    };

    public abstract void Write(ArchivedMessage message);

    /// <summary>Hands the rest to the stream.</summary>
    public abstract void Dispose();

    // Null where another program has inserted the row, which knows no instants.
    private static string? TimeOf(ArchivedMessage message) => message.Instant == 0 ? null : DateTimeOffset
        .FromUnixTimeMilliseconds(message.Instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>One JSON object a line.</summary>
    private sealed class JsonLines(Stream stream) : ExportWriter
    {
        // Keeps letters of all scripts readable. What this encoder does not escape matters only inside HTML.
        private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public override void Write(ArchivedMessage message)
        {
            var hasRoom = message.Room.Length > 0;
            _json.WriteStartObject();
            _json.WriteNumber("id", message.Id);
            _json.WriteString("room", hasRoom ? message.Room : null);
            if (hasRoom)
                _json.WriteNumber("number", message.Number);
            else
                _json.WriteNull("number");
            _json.WriteString("time", TimeOf(message));
            _json.WriteString("nick", hasRoom ? message.Author : null);
            _json.WriteString("address", message.Address);
            _json.WriteString("text", message.Content);
            _json.WriteEndObject();
            _json.Flush();
            stream.WriteByte((byte)'\n');
            _json.Reset();
        }

        public override void Dispose() => _json.Dispose();
    }

    /// <summary>RFC 4180, with a line of names. A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private sealed class Csv : ExportWriter
    {
        private static readonly string[] Names = ["id", "room", "number", "time", "nick", "address", "text"];

        private readonly CsvWriter _csv;

        public Csv(Stream stream)
        {
            _csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
            _csv.WriteHeader(Names);
        }

        public override void Write(ArchivedMessage message) => _csv.WriteRecord(
        [
            message.Id.ToString(CultureInfo.InvariantCulture),
            message.Room,
            message.Room.Length == 0 ? "" : message.Number.ToString(CultureInfo.InvariantCulture),
            TimeOf(message) ?? "",
            message.Author,
            message.Address,
            message.Content,
        ]);

        public override void Dispose() => _csv.Dispose();
    }
}
