using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Settings from several sources, put one after the other into one document: what comes later wins, and may name what came
/// before in a substitution, whose value is then the final one. Read as fallbacks of each other the sources could not do that.
/// </summary>
/// <remarks>
/// The document is read again with each source, so that a brace left open in one is found there, and not closed by the next.
/// </remarks>
internal sealed partial class SettingsLayers
{
    private readonly StringBuilder _text = new();
    private readonly List<Layer> _layers = [];
    private readonly List<Func<string, HoconRoot>> _includers = [];
    private int _lines;

    /// <summary>Everything so far.</summary>
    public Config Config { get; private set; } = Config.Empty;

    /// <summary>Puts a text over what there is.</summary>
    /// <param name="text">HOCON.</param>
    /// <param name="include">Finds what the text includes.</param>
    /// <param name="complain">What to say when the text cannot be read, given the reason, with its place in the text where known.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public Complaint? Add(string text, Func<string, HoconRoot> include, Func<string, Complaint> complain)
    {
        var bare = RootBraces.Remove(text);
        _layers.Add(new Layer(_lines + 1, complain));
        _text.Append(bare).Append('\n');
        _lines += bare.Count(character => character == '\n') + 1;
        try
        {
            Config = Read(include);
            return null;
        }
        catch (ComplaintException known)
        {
            return known.Complaint;
        }
        catch (Exception error)
        {
            // Of any kind: the official parser throws what comes to hand.
            return Explain(error.Message);
        }
    }

    // An include does not say in which layer it stands. But a text is read from its beginning, so that the first ones are
    // those of the layers before, in the same order as last time.
    private Config Read(Func<string, HoconRoot> include)
    {
        var number = 0;
        return ConfigurationFactory.ParseString(_text.ToString(), path =>
        {
            if (number == _includers.Count)
                _includers.Add(include);
            return _includers[number++](path);
        });
    }

    // Errors begin with their place in the whole document (the official parser gives none: then the newest layer is to blame).
    private Complaint Explain(string error)
    {
        if (Place().Match(error) is not { Success: true } place)
            return _layers[^1].Complain(error);

        var line = int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture);
        var layer = _layers.Last(layer => layer.FirstLine <= line);
        var rest = error[place.Length..];
        return layer.Complain(string.Create(CultureInfo.InvariantCulture, $"line {line - layer.FirstLine + 1}{rest}"));
    }

    [GeneratedRegex(@"\Aline (?<line>[0-9]+)(?=, column )")]
    private static partial Regex Place();

    /// <param name="FirstLine">Where the layer begins in the document, from 1.</param>
    /// <param name="Complain">What to say when it cannot be read.</param>
    private sealed record Layer(int FirstLine, Func<string, Complaint> Complain);
}
