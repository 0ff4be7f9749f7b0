using System.ComponentModel;
using System.Globalization;

namespace ActorChat.Protocol.Names;

/// <summary>A name that can be parsed again from its text.</summary>
internal interface IName<T>
    where T : struct, IName<T>
{
    string Value { get; }

    /// <summary>False when the text, which may be any string, is no valid name.</summary>
    static abstract bool TryParse(string text, out T name);
}

/// <summary>Lets serializers write a name as its text. Otherwise they would create names that were never checked.</summary>
internal sealed class NameConverter<T> : TypeConverter
    where T : struct, IName<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value switch
    {
        "" => default(T),
        string text when T.TryParse(text, out var name) => name,
        _ => throw GetConvertFromException(value),
    };

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is T name && destinationType == typeof(string) ? name.Value : base.ConvertTo(context, culture, value, destinationType);
}
