using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon.Values;

/// <summary>Writes values as HOCON that reads back as the same values: one key a line, two spaces for every level.</summary>
internal static class Renderer
{
    private const string Indent = "  ";

    /// <summary>One element, an object with its braces.</summary>
    public static string Render(IHoconElement element)
    {
        var text = new StringBuilder();
        Write(text, element, 0);
        return text.ToString();
    }

    /// <summary>The keys of an object as a whole document: without braces, every line ended.</summary>
    public static string RenderDocument(HoconObject root)
    {
        var text = new StringBuilder();
        WriteFields(text, root, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IHoconElement element, int level)
    {
        switch (element)
        {
            case HoconObject { Items.Count: 0 }:
                text.Append("{}");
                break;
            case HoconObject o:
                text.Append("{\n");
                WriteFields(text, o, level + 1);
                text.Insert(text.Length, Indent, level).Append('}');
                break;
            case HoconArray a:
                WriteList(text, a, level);
                break;
            default:
                WriteText(text, element.GetString());
                break;
        }
    }

    private static void WriteFields(StringBuilder text, HoconObject o, int level)
    {
        foreach (var (key, value) in o.Items)
        {
            text.Insert(text.Length, Indent, level);
            WriteKey(text, key);
            text.Append(value.IsObject() ? " " : " = ");
            Write(text, value.Element, level);
            text.Append('\n');
        }
    }

    private static void WriteList(StringBuilder text, HoconArray a, int level)
    {
        text.Append('[');
        for (var i = 0; i < a.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Write(text, a[i].Element, level);
        }
        text.Append(']');
    }

    // "include" begins a statement where a key is expected.
    private static void WriteKey(StringBuilder text, string key)
    {
        if (HoconPath.IsPlain(key) && key != "include") text.Append(key);
        else WriteQuoted(text, key);
    }

    private static void WriteText(StringBuilder text, string? value)
    {
        if (value is null) text.Append("null");
        else if (value != "null" && HoconPath.IsPlain(value.Replace('.', '-'))) text.Append(value);
        else WriteQuoted(text, value);
    }

    private static void WriteQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c == '\n') text.Append("\\n");
            else if (char.IsControl(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }
        text.Append('"');
    }
}
