using System.ComponentModel;
using System.Globalization;
using System.Text;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Names;

/// <summary>
/// The name of a chat user: 1 to <see cref="MaxLength"/> Unicode letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, as the user spelt it (in
/// NFC). Spellings that differ only in case or compatibility form are the same nickname. Different nicknames may look alike
/// (<see cref="Skeleton"/>): only one of them can be in a room.
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

    /// <summary>Equal, ordinally, for spellings of the same nickname. Not for display.</summary>
    public string Casefolded => _casefolded ?? string.Empty;

    /// <summary>
    /// Equal, ordinally, for nicknames drawn alike, as with a Latin and a Cyrillic a. Computed at each call. It only ever refuses a
    /// nickname: nothing is delivered by it.
    /// </summary>
    public string Skeleton => Confusables.GetSkeleton(Value);

    /// <summary>Whether the nickname has no letter beyond ASCII.</summary>
    public bool IsAscii => Ascii.IsValid(Value);

    public static bool operator ==(Nickname left, Nickname right) => left.Equals(right);

    public static bool operator !=(Nickname left, Nickname right) => !left.Equals(right);

    /// <summary>
    /// Parses a nickname as somebody typed it. Removes white space and control characters around it (a C program sends a final NUL) and a
    /// byte order mark (a .NET program's writer may send one first). Anything else that is not permitted makes it invalid.
    /// </summary>
    public static bool TryParse(string text, out Nickname nickname)
    {
        var typed = NicknameRule.Trim(text);
        var value = NicknameRule.PermitsCharacters(typed) ? typed.ToString().Normalize(NormalizationForm.FormC) : "";
        var isPermitted = NicknameRule.PermitsForm(value);
        nickname = isPermitted ? new Nickname(value) : default;
        return isPermitted;
    }

    public bool Equals(Nickname other) => string.Equals(Casefolded, other.Casefolded, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Nickname other && Equals(other);

    public override int GetHashCode() => Casefolded.GetHashCode(StringComparison.Ordinal);

    /// <summary>Sorts for people: accented letters by their base letters, not behind the z.</summary>
    public int CompareTo(Nickname other)
    {
        var byAlphabet = CultureInfo.InvariantCulture.CompareInfo.Compare(Casefolded, other.Casefolded, CompareOptions.None);
        return byAlphabet != 0 ? byAlphabet : string.CompareOrdinal(Casefolded, other.Casefolded);
    }

    public override string ToString() => Value;
}
