using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration.Hocon;

/// <summary>A piece of text, or HOCON's null. What the text means (a number, a duration) is decided by whoever reads it.</summary>
public sealed class HoconLiteral : IHoconElement
{
    internal HoconLiteral(string? value) => Value = value;

    /// <summary>The text without its quotes; null for HOCON's null.</summary>
    public string? Value { get; }

    /// <inheritdoc/>
    public bool IsString() => Value is not null;

    /// <inheritdoc/>
    public string? GetString() => Value;

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() =>
        Value is null ? [] : throw new ConfigurationException($"the text \"{Value}\" is not a list");

    /// <summary>The text in HOCON, quoted where it must be.</summary>
    public override string ToString() => Renderer.Render(this);
}
