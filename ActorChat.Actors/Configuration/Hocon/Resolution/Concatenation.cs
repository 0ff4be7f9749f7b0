namespace Akka.Configuration.Hocon.Resolution;

/// <summary>Joins the parts that stand side by side into one value: texts to a text, lists to a list, objects to an object.</summary>
internal static class Concatenation
{
    /// <summary>The value of these parts; null where there are none, all having been substitutions that name nothing.</summary>
    public static HoconValue? Join(List<Part> parts)
    {
        var solid = parts.FindAll(part => !part.IsSpace);
        if (solid.Count == 0) return null;
        if (solid.Count == 1) return solid[0].IsNullWord ? HoconValue.Null : solid[0].Value;
        CheckWeight(solid);
        if (solid.Exists(part => part.Value.IsObject())) return JoinObjects(solid);
        return solid.Exists(part => part.Value.IsArray()) ? JoinLists(solid) : JoinTexts(parts);
    }

    /// <summary>What a user is told who put something else beside an object.</summary>
    public static string NotAnObject(HoconValue value) => $"{Kind(value)} stands next to an object: expected an object here too";

    // Before anything is joined: text that doubles itself some forty times would fill the memory.
    private static void CheckWeight(List<Part> parts)
    {
        if (parts.Sum(part => part.Value.Extent.Weight) > Extent.MaxWeight) throw parts[0].Piece.At.Error(Extent.TooHeavy);
    }

    private static HoconValue JoinObjects(List<Part> parts)
    {
        if (parts.Find(part => !part.Value.IsObject()) is { } odd) throw odd.Piece.At.Error(NotAnObject(odd.Value));
        return parts.Select(part => part.Value).Aggregate((earlier, later) => later.Over(earlier));
    }

    private static HoconValue JoinLists(List<Part> parts)
    {
        if (parts.Find(part => !part.Value.IsArray()) is { } odd)
            throw odd.Piece.At.Error($"{Kind(odd.Value)} stands next to a list: expected a list here too");
        return new HoconValue(new HoconArray(parts.SelectMany(part => part.Value.GetArray())));
    }

    // Space at the ends can be left over by a substitution that names nothing. A null among other texts is the word.
    private static HoconValue JoinTexts(List<Part> parts)
    {
        var first = parts.FindIndex(part => !part.IsSpace);
        var last = parts.FindLastIndex(part => !part.IsSpace);
        var texts = parts.GetRange(first, last - first + 1).Select(part => part.Value.GetString() ?? "null");
        return new HoconValue(new HoconLiteral(string.Concat(texts)));
    }

    private static string Kind(HoconValue value) => value switch
    {
        _ when value.IsObject() => "an object",
        _ when value.IsArray() => "a list",
        _ => "text",
    };
}
