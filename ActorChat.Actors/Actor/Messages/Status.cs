namespace Akka.Actor;

/// <summary>The outcome of something asked for: <see cref="Success"/> or <see cref="Failure"/>.</summary>
public abstract class Status
{
    /// <summary>For the two outcomes.</summary>
    protected Status()
    {
    }

    /// <summary>It went well.</summary>
    /// <param name="status">What it gave; null where there is nothing to give.</param>
    public sealed class Success(object? status) : Status
    {
        /// <summary>Success with nothing to give.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>What it gave.</summary>
        public readonly object? Status = status;

        /// <inheritdoc/>
        public override string ToString() => $"Success: {Status}";
    }

    /// <summary>It failed.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why it failed.</summary>
        public readonly Exception Cause;

        /// <summary>What the failing side adds; null where nothing.</summary>
        public readonly object? State;

        /// <summary>A failure with its reason.</summary>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>A failure with its reason and something beside it.</summary>
        public Failure(Exception cause, object? state) => (Cause, State) = (cause, state);

        /// <inheritdoc/>
        public override string ToString() => $"Failure: {Cause}";
    }
}
