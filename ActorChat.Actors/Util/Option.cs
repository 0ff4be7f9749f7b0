using System.Diagnostics.CodeAnalysis;

namespace Akka.Util;

/// <summary>A value that may be missing, as Akka's API gives it where a null would be ambiguous.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Option<T> : IEquatable<Option<T>>
{
    /// <summary>The missing value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Akka's API.")]
    public static readonly Option<T> None;

    private readonly T _value;

    private Option(T value, bool hasValue) => (_value, HasValue) = (value, hasValue);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>The value; the type's default where there is none.</summary>
    public T Value => _value;

    /// <summary>Wraps a value; null becomes <see cref="None"/>.</summary>
    public static Option<T> Create(T value) => value is null ? None : new Option<T>(value, hasValue: true);

    /// <summary>Wraps a value; null becomes <see cref="None"/>.</summary>
    public static implicit operator Option<T>(T value) => Create(value);

    /// <summary>Whether both hold equal values or both none.</summary>
    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);

    /// <summary>The value, or the given one where there is none.</summary>
    public T GetOrElse(T fallbackValue) => HasValue ? _value : fallbackValue;

    /// <summary>Maps the value, if there is one.</summary>
    public Option<TNew> Select<TNew>(Func<T, TNew> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return HasValue ? Option<TNew>.Create(selector(_value)) : Option<TNew>.None;
    }

    /// <summary>Maps the value, if there is one, to another optional value.</summary>
    public Option<TNew> FlatSelect<TNew>(Func<T, Option<TNew>> mapper)
    {
        ArgumentNullException.ThrowIfNull(mapper);
        return HasValue ? mapper(_value) : Option<TNew>.None;
    }

    /// <summary>Calls the action with the value, if there is one.</summary>
    public void OnSuccess(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (HasValue)
            action(_value);
    }

    /// <inheritdoc/>
    public bool Equals(Option<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Option<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue && _value is not null ? _value.GetHashCode() : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"Some<{_value}>" : "None";
}
