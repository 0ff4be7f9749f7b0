using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>A report, for people and for programs.</summary>
internal static class LoadReportText
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object, on one line.</summary>
    public static string Json(LoadReport report) => JsonSerializer.Serialize(report, Plain);

    /// <summary>Some lines, each ending with a newline.</summary>
    public static string Lines(LoadReport report)
    {
        var text = new StringBuilder();
        if (report.Logins is { } logins)
            Row(text, "logins", $"{logins.Count:N0} in {logins.Seconds:N2} s: {logins.PerSecond:N0}/s, {Text(logins.Delay)}");
        if (report.Deliveries is { } deliveries)
            Add(text, deliveries);
        if (report.Confirmations is { } confirmations)
            Add(text, confirmations);
        if (report.Process is { } process)
            Add(text, process);
        Row(text, "generator", $"{report.GeneratorBusy:P0} of one processor{(report.GeneratorBusy > 0.9 ? ": the generator itself may be the limit" : "")}");
        foreach (var (line, count) in report.Notices)
            Row(text, "server said", $"{count:N0} times: {line}");
        if (report.OtherNotices > 0)
            Row(text, "server said", $"{report.OtherNotices:N0} other lines");
        if (report.Notices.Count > 0)
            Row(text, "", $"(where that is a limit of the server: --help says how to raise it)");
        return text.ToString();
    }

    private static void Add(StringBuilder text, DeliveryFigures figures)
    {
        var load = figures.Rate is { } rate ? Text($"{rate:N0} messages/s in all") : Text($"{figures.Outstanding} outstanding each");
        var rooms = figures.Rooms == 1 ? "" : Text($" in {figures.Rooms:N0} rooms");
        Row(text, "load", $"{figures.Members:N0} members{rooms}, {figures.Senders:N0} senders, {load}, {figures.Size} bytes, {figures.Seconds:N1} s");
        Row(text, "deliveries", $"{figures.PerSecond:N0}/s, of {figures.MessagesPerSecond:N0} messages/s");
        Row(text, "delay", $"{Text(figures.Delay)}");
        Row(text, "wrong", $"{figures.Lost:N0} lost, {figures.Reordered:N0} reordered, {figures.Doubled:N0} doubled, {figures.Disconnected:N0} disconnected");
        if (figures.Orders > 1)
            Row(text, "", $"{figures.Orders:N0} different orders of messages among those who only read");
        if (figures.GaveUp > 0)
            Row(text, "", $"{figures.GaveUp:N0} times a message had not reached everybody in time (--patience)");
        if (figures.Stalled > 0)
            Row(text, "stalled", $"{figures.Stalled:N0}, of whom the server closed {figures.StalledClosed:N0}");
    }

    private static void Add(StringBuilder text, ConfirmationFigures figures)
    {
        Row(text, "load", $"{figures.Clients:N0} clients at a time, {figures.Size} bytes, {figures.Seconds:N1} s");
        Row(text, "confirmed", $"{figures.PerSecond:N0}/s");
        Row(text, "delay", $"{Text(figures.Delay)}");
        Row(text, "wrong", $"{figures.Refused:N0} refused, {figures.Lost:N0} not answered");
    }

    private static void Add(StringBuilder text, ServerFigures figures)
    {
        var each = figures.CpuSecondsPerMillion is { } cpu ? Text($", {cpu:N3} s a million") : "";
        Row(text, "server CPU", $"{figures.CpuSeconds:N2} s, {figures.Busy:P0} of one processor{each}");
        var connection = figures.BytesPerConnection is { } bytes ? Text($", {bytes:N0} bytes a connection") : "";
        Row(text, "memory", $"{figures.ResidentBefore >> 10:N0} kB before, {figures.ResidentAfter >> 10:N0} kB after{connection}");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Text(Delays delay) =>
        Text($"p50 {delay.P50:N3} ms, p99 {delay.P99:N3} ms, p99.9 {delay.P999:N3} ms, max {delay.Max:N3} ms");

    private static void Row(StringBuilder text, string name, FormattableString value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name,-12}{FormattableString.Invariant(value)}\n");
}
