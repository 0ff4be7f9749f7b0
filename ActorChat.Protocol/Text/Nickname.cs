using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// The name of a chat user: 1 to <see cref="MaxLength"/> Unicode letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, as the user spelt
/// it (in NFC). Two spellings that differ only in case or in Unicode compatibility form are the same nickname. Different
/// nicknames may still look alike (<see cref="Skeleton"/>): then only one of them can be in a room.
/// </summary>
[TypeConverter(typeof(NameConverter<Nickname>))]
internal readonly struct Nickname : IName<Nickname>, IEquatable<Nickname>, IComparable<Nickname>
{
    /// <summary>The greatest length, in code points of the NFC form.</summary>
    public const int MaxLength = 32;

    private readonly string? _value;
    private readonly string? _casefolded;

    private Nickname(string value)
    {
        _value = value;
        _casefolded = CaseFolding.Casefold(value);
    }

    /// <summary>The nickname as its user spelt it, in NFC.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>What tells nicknames apart: equal, ordinally, for spellings of the same nickname. Not for users' eyes.</summary>
    public string Casefolded => _casefolded ?? string.Empty;

    /// <summary>
    /// What the nickname looks like: equal, ordinally, for nicknames of letters drawn alike, such as a Latin and a Cyrillic a. Found anew
    /// at each call. It only ever refuses a claim: nothing is delivered by it.
    /// </summary>
    public string Skeleton => Confusables.GetSkeleton(Value);

    /// <summary>Whether the nickname has no letter beyond ASCII.</summary>
    public bool IsAscii => Ascii.IsValid(Value);

    /// <summary>Whether both are spellings of one nickname.</summary>
    public static bool operator ==(Nickname left, Nickname right) => left.Equals(right);

    /// <summary>Whether the two are different nicknames.</summary>
    public static bool operator !=(Nickname left, Nickname right) => !left.Equals(right);

    /// <summary>
    /// Reads a nickname as somebody typed it. White space and control characters around it are not part of it (a C program's
    /// final NUL), nor is a byte order mark (the first thing that a .NET program's writer may send); anything else that is not
    /// permitted makes it invalid.
    /// </summary>
    /// <returns>False when the text, which may be any string, is no valid nickname.</returns>
    public static bool TryParse(string text, out Nickname nickname)
    {
        ReadOnlySpan<char> typed = NicknameRule.Trim(text);
        if (NicknameRule.PermitsCharacters(typed))
        {
            string value = typed.ToString().Normalize(NormalizationForm.FormC);
            if (NicknameRule.PermitsForm(value))
            {
                nickname = new Nickname(value);
                return true;
            }
        }

        nickname = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Nickname other) => string.Equals(Casefolded, other.Casefolded, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Nickname other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Casefolded.GetHashCode(StringComparison.Ordinal);

    /// <summary>The order of a list for people: accented letters stand by their base letters, not behind the z.</summary>
    public int CompareTo(Nickname other)
    {
        int byAlphabet = CultureInfo.InvariantCulture.CompareInfo.Compare(Casefolded, other.Casefolded, CompareOptions.None);
        return byAlphabet != 0 ? byAlphabet : string.CompareOrdinal(Casefolded, other.Casefolded);
    }

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
