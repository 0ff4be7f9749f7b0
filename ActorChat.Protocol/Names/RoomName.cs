using System.ComponentModel;

namespace ActorChat.Protocol.Names;

/// <summary>
/// The name of a room, without the sign that a dialect puts before it. It follows the rules of a <see cref="Nickname"/>, and spellings of
/// one nickname are one room.
/// </summary>
[TypeConverter(typeof(NameConverter<RoomName>))]
internal readonly record struct RoomName : IName<RoomName>, IComparable<RoomName>
{
    private readonly Nickname _name;

    private RoomName(Nickname name) => _name = name;

    /// <summary>The default room.</summary>
    public static RoomName General { get; } = TryParse("general", out var general) ? general : throw new InvalidOperationException();

    /// <summary>The same word as a nickname, for the rules that both follow.</summary>
    public Nickname AsNickname => _name;

    /// <inheritdoc cref="Nickname.Value"/>
    public string Value => _name.Value;

    /// <inheritdoc cref="Nickname.Casefolded"/>
    public string Casefolded => _name.Casefolded;

    /// <inheritdoc cref="Nickname.Skeleton"/>
    public string Skeleton => _name.Skeleton;

    public static bool TryParse(string text, out RoomName room)
    {
        var isName = Nickname.TryParse(text, out var name);
        room = new RoomName(name);
        return isName;
    }

    public int CompareTo(RoomName other) => _name.CompareTo(other._name);

    public override string ToString() => Value;
}
