using System.Globalization;

namespace ActorChat.Server.Resources;

/// <summary>
/// Formats the holes of texts. <c>{0:usuario|usuarios}</c> is the word for one thing or for any other number of them, which is all that
/// Spanish and English tell apart; other formats are those of .NET.
/// </summary>
/// <param name="numbers">How numbers are written: <c>{0:N0}</c> as people write large ones.</param>
internal sealed class NumberWords(NumberFormatInfo numbers) : IFormatProvider, ICustomFormatter
{
    private const char Between = '|';

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : numbers.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        _ when format?.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var end =>
            Convert.ToInt64(arg, CultureInfo.InvariantCulture) == 1 ? format[..end] : format[(end + 1)..],
        IFormattable formattable => formattable.ToString(format, numbers),
        _ => arg?.ToString() ?? "",
    };
}
