namespace Akka.IO;

/// <summary>The order of the bytes of a number.</summary>
public enum ByteOrder
{
    /// <summary>The most significant byte first, as networks have it.</summary>
    BigEndian = 0,

    /// <summary>The least significant byte first.</summary>
    LittleEndian = 1,
}
