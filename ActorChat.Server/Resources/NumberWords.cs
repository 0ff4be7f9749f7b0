using System.Globalization;

namespace ActorChat.Server.Resources;

/// <summary>
/// Formats the placeholders of texts. <c>{0:usuario|usuarios}</c> chooses between singular and plural, the only forms of
/// Spanish and English. Other formats are .NET's.
/// </summary>
internal sealed class NumberWords(NumberFormatInfo numbers) : IFormatProvider, ICustomFormatter
{
    private const char Separator = '|';

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : numbers.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        _ when format?.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end =>
            Convert.ToInt64(arg, CultureInfo.InvariantCulture) == 1 ? format[..end] : format[(end + 1)..],
        IFormattable formattable => formattable.ToString(format, numbers),
        _ => arg?.ToString() ?? "",
    };
}
