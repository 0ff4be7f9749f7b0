using System.Text;

namespace ActorChat.Server.Configuration.Hocon;

/// <summary>The content of a text or a list, with its references. The text is null for a list, and with references.</summary>
internal sealed record PlainValue(string? Text, IReadOnlyList<Reference> References);

/// <summary>Reads a text: words with or without quotes, and references.</summary>
internal sealed class ValueReader(SourceText source, Cursor cursor)
{
    // Replaces a reference in a text, as its value is not known yet.
    private const string ReferencePlaceholder = "$";

    /// <summary>Returns null when no text or reference begins here.</summary>
    public PlainValue? Read()
    {
        var (start, end) = (cursor.At, cursor.At);
        var text = new StringBuilder();
        var references = new List<(string Path, int At)>();
        for (var blanks = ""; ReadPiece(references) is { } piece; blanks = ReadBlanks())
        {
            text.Append(blanks).Append(piece);
            end = cursor.At;
        }

        cursor.At = end;
        if (end == start)
            return null;
        if (text.ToString() != text.ToString().Trim())
            throw cursor.Fail(start, texts => texts.HoconOuterBlanks);
        var joined = references.Count > 1 || text.Length > ReferencePlaceholder.Length;
        return new PlainValue(
            references.Count == 0 ? text.ToString() : null,
            [.. references.Select(found => new Reference(found.Path, new Place(source, found.At), joined))]);
    }

    private string ReadBlanks()
    {
        var start = cursor.At;
        cursor.SkipBlanks();
        return cursor.From(start);
    }

    private string? ReadPiece(List<(string Path, int At)> references)
    {
        var start = cursor.At;
        if (cursor.Current == '"')
            return cursor.ReadQuoted();
        if (cursor.Take("${"))
        {
            references.Add((ReadReference(start), start));
            return ReferencePlaceholder;
        }

        while (cursor.AtPlainText)
            cursor.At++;
        if (cursor.At == start)
            return null;
        return cursor.AtComment ? throw cursor.Fail(cursor.At, texts => texts.HoconTouchingComment) : cursor.From(start);
    }

    private string ReadReference(int start)
    {
        if (cursor.Current == '?')
            throw cursor.Fail(start, texts => texts.HoconEnvironment("${?"));
        var path = "";
        do
        {
            var key = cursor.At;
            while (cursor.AtPlainKey)
                cursor.At++;
            path = cursor.At > key ? HoconWriter.Append(path, cursor.From(key)) : throw cursor.Fail(start, texts => texts.HoconBadReference("${"));
        }
        while (cursor.Take("."));
        return cursor.Take("}") ? path : throw cursor.Fail(start, texts => texts.HoconBadReference("${"));
    }
}
