using System.Collections;

namespace Akka.IO;

/// <content>The commands that write.</content>
public partial class Tcp
{
    /// <summary>To a connection: write.</summary>
    public abstract class WriteCommand : Command
    {
        /// <summary>For the commands themselves.</summary>
        protected WriteCommand()
        {
        }

        /// <summary>All writes as one, in order.</summary>
        public static WriteCommand Create(IEnumerable<WriteCommand> writes) => Write.Empty.Prepend(writes);

        /// <summary>All writes as one, in order.</summary>
        public static WriteCommand Create(params WriteCommand[] writes) => Create((IEnumerable<WriteCommand>)writes);

        /// <summary>Another write before this one.</summary>
        public CompoundWrite Prepend(SimpleWriteCommand other) => new(other, this);

        /// <summary>Other writes before this one.</summary>
        public WriteCommand Prepend(IEnumerable<WriteCommand> writes)
        {
            ArgumentNullException.ThrowIfNull(writes);
            var result = this;
            foreach (var write in writes.SelectMany(w => w.Parts()).Reverse())
                result = result.Prepend(write);
            return result;
        }

        internal abstract IEnumerable<SimpleWriteCommand> Parts();
    }

    /// <summary>One write, with what is told when the kernel has taken it.</summary>
    public abstract class SimpleWriteCommand : WriteCommand
    {
        /// <summary>For the commands themselves.</summary>
        protected SimpleWriteCommand()
        {
        }

        /// <summary>Told to the sender of the write when all of it is in the kernel's hands; a <see cref="NoAck"/> for nothing.</summary>
        public abstract Event Ack { get; }

        /// <summary>Whether the sender wants to be told.</summary>
        public bool WantsAck => Ack is not NoAck;

        /// <summary>Another write after this one.</summary>
        public CompoundWrite Append(WriteCommand that) => that.Prepend(this);

        internal override IEnumerable<SimpleWriteCommand> Parts() => [this];
    }

    /// <summary>Write these bytes.</summary>
    public class Write : SimpleWriteCommand
    {
        /// <summary>No bytes, no acknowledgement.</summary>
        public static readonly Write Empty = new(ByteString.Empty, NoAck.Instance);

        private Write(ByteString data, Event ack) => (Data, Ack) = (data, ack);

        /// <summary>The bytes.</summary>
        public ByteString Data { get; }

        /// <inheritdoc/>
        public override Event Ack { get; }

        /// <summary>A write without an acknowledgement.</summary>
        public static Write Create(ByteString data) => Create(data, NoAck.Instance);

        /// <summary>A write with an acknowledgement.</summary>
        public static Write Create(ByteString data, Event ack) => data.IsEmpty && ack is NoAck ? Empty : new Write(data, ack);

        /// <inheritdoc/>
        public override string ToString() => $"Write({Data.Count} bytes, {Ack})";
    }

    /// <summary>Some writes, one after the other.</summary>
    /// <param name="head">The first.</param>
    /// <param name="tailCommand">The rest.</param>
    public class CompoundWrite(SimpleWriteCommand head, WriteCommand tailCommand) : WriteCommand, IEnumerable<SimpleWriteCommand>
    {
        /// <summary>The first.</summary>
        public SimpleWriteCommand Head { get; } = head;

        /// <summary>The rest.</summary>
        public WriteCommand TailCommand { get; } = tailCommand;

        /// <inheritdoc/>
        public IEnumerator<SimpleWriteCommand> GetEnumerator() => Parts().GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        internal override IEnumerable<SimpleWriteCommand> Parts()
        {
            WriteCommand rest = this;
            while (rest is CompoundWrite compound)
            {
                yield return compound.Head;
                rest = compound.TailCommand;
            }

            yield return (SimpleWriteCommand)rest;
        }
    }
}
