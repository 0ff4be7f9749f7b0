namespace Akka.Configuration.Hocon;

/// <summary>What a <see cref="HoconValue"/> holds: a <see cref="HoconLiteral"/>, a <see cref="HoconArray"/> or a <see cref="HoconObject"/>.</summary>
public interface IHoconElement
{
    /// <summary>Whether this is text. Numbers, switches, durations and sizes are text too; null is not.</summary>
    bool IsString();

    /// <summary>The text; null where this is HOCON's null.</summary>
    /// <exception cref="ConfigurationException">This is a list or an object.</exception>
    string? GetString();

    /// <summary>Whether this is a list.</summary>
    bool IsArray();

    /// <summary>The values of the list; none where this is HOCON's null.</summary>
    /// <exception cref="ConfigurationException">This is text or an object.</exception>
    IList<HoconValue> GetArray();
}
