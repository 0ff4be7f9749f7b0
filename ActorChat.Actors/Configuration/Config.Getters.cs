using System.Diagnostics.CodeAnalysis;
using Akka.Configuration.Hocon;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration;

/// <content>The getters of single values and of lists. A list that is not there is an empty list.</content>
public partial class Config
{
    /// <summary>A switch: <c>true</c>, <c>on</c>, <c>yes</c>, or <c>false</c>, <c>off</c>, <c>no</c>.</summary>
    public virtual bool GetBoolean(string path, bool @default = false) => Read(path, @default, Reading.Boolean);

    /// <summary>A number of bytes, such as <c>512</c>, <c>4KiB</c> or <c>1 MB</c>; null where there is none.</summary>
    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <summary>A number of bytes, such as <c>512</c>, <c>4KiB</c> or <c>1 MB</c>.</summary>
    public virtual long? GetByteSize(string path, long? def = null) => Read(path, def, (value, at) => Reading.ByteSize(value, at));

    /// <summary>A whole number of 32 bits.</summary>
    public virtual int GetInt(string path, int @default = 0) => Read(path, @default, Reading.Number<int>);

    /// <summary>A whole number of 64 bits.</summary>
    public virtual long GetLong(string path, long @default = 0) => Read(path, @default, Reading.Number<long>);

    /// <summary>A text; numbers and switches come as they were written.</summary>
    [return: NotNullIfNotNull(nameof(@default))]
    public virtual string? GetString(string path, string? @default = null) => Read(path, @default, Reading.Text);

    /// <summary>A number, to single precision.</summary>
    public virtual float GetFloat(string path, float @default = 0) => Read(path, @default, Reading.Number<float>);

    /// <summary>A decimal number.</summary>
    public virtual decimal GetDecimal(string path, decimal @default = 0) => Read(path, @default, Reading.Number<decimal>);

    /// <summary>A number, to double precision.</summary>
    public virtual double GetDouble(string path, double @default = 0) => Read(path, @default, Reading.Number<double>);

    /// <summary>A duration, such as <c>500 ms</c> or <c>5 minutes</c>; a plain number is milliseconds.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">What is given where there is no value; null stands for <see cref="TimeSpan.Zero"/>.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> may be given; it is <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        Read(path, @default.GetValueOrDefault(), (value, at) => Reading.Duration(value, at, allowInfinite));

    /// <summary>A list of switches.</summary>
    public virtual IList<bool> GetBooleanList(string path) => ReadList(path, Reading.Boolean);

    /// <summary>A list of decimal numbers.</summary>
    public virtual IList<decimal> GetDecimalList(string path) => ReadList(path, Reading.Number<decimal>);

    /// <summary>A list of numbers, to single precision.</summary>
    public virtual IList<float> GetFloatList(string path) => ReadList(path, Reading.Number<float>);

    /// <summary>A list of numbers, to double precision.</summary>
    public virtual IList<double> GetDoubleList(string path) => ReadList(path, Reading.Number<double>);

    /// <summary>A list of whole numbers of 32 bits.</summary>
    public virtual IList<int> GetIntList(string path) => ReadList(path, Reading.Number<int>);

    /// <summary>A list of whole numbers of 64 bits.</summary>
    public virtual IList<long> GetLongList(string path) => ReadList(path, Reading.Number<long>);

    /// <summary>A list of whole numbers from 0 to 255.</summary>
    public virtual IList<byte> GetByteList(string path) => ReadList(path, Reading.Number<byte>);

    /// <summary>A list of texts.</summary>
    public virtual IList<string> GetStringList(string path) => GetStringList(path, []);

    /// <summary>A list of texts.</summary>
    /// <param name="path">The path.</param>
    /// <param name="defaultPaths">The texts that are given where there is no value.</param>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) =>
        Read(path, defaultPaths, (value, at) => Reading.List(value, at, Reading.Text));

    private T Read<T>(string path, T @default, Func<HoconValue, string?, T> read) =>
        GetValue(path) is { IsNull: false } value ? read(value, path) : @default;

    private IList<T> ReadList<T>(string path, Func<HoconValue, string?, T> read) =>
        Read<IList<T>>(path, [], (value, at) => Reading.List(value, at, read));
}
