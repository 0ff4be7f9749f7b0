using System.Globalization;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Asks the user's callback for what a text includes, and keeps count of texts that include each other.</summary>
/// <param name="callback">Gives a text that was read, by its name; null where there is none. Null where includes are not possible.</param>
internal sealed class Includer(Func<string, HoconRoot?>? callback)
{
    /// <summary>How many texts may include each other.</summary>
    public const int MaxLevel = 50;

    // The callback reads the included text with a reader of its own, perhaps on another thread: this is how that one learns where it stands.
    private static readonly AsyncLocal<Level?> Current = new();

    /// <summary>How many objects are open at the root of a text that is read now: more than one inside an include.</summary>
    public static int DepthOfRoot => Current.Value?.Depth ?? 1;

    /// <summary>What an include stands for; null where there is nothing of its name, and there need not be.</summary>
    /// <param name="include">The include.</param>
    /// <param name="depth">How many objects and lists are open around it.</param>
    public HoconRoot? Load(Include include, int depth)
    {
        if (callback is null) throw include.At.Error($"\"{include.Name}\" cannot be included: this text is read without a way to find others");
        var root = Call(callback, include, depth);
        if (root is null && include.IsRequired) throw include.At.Error($"there is no \"{include.Name}\", which is required");
        return root;
    }

    private static HoconRoot? Call(Func<string, HoconRoot?> callback, Include include, int depth)
    {
        var outer = Current.Value;
        var number = (outer?.Number ?? 0) + 1;
        if (number > MaxLevel) throw new EndlessIncludeException();
        Current.Value = new Level(number, depth);
        try
        {
            return callback(include.Name);
        }
        catch (EndlessIncludeException endless) when (outer is null)
        {
            var levels = MaxLevel.ToString(CultureInfo.InvariantCulture);
            throw include.At.Error($"includes lead more than {levels} levels deep: does \"{include.Name}\" include itself?", endless);
        }
        catch (Exception e) when (e is (ConfigurationException and not EndlessIncludeException) or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(include.Origin + e.Message, e);
        }
        finally
        {
            Current.Value = outer;
        }
    }

    private sealed record Level(int Number, int Depth);
}
