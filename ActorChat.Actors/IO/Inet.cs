using System.Net.Sockets;

namespace Akka.IO;

/// <summary>Options of sockets.</summary>
public class Inet
{
    /// <summary>An option: called at the moments of a socket's life at which it may apply.</summary>
    public abstract class SocketOption
    {
        /// <summary>For the options themselves.</summary>
        protected SocketOption()
        {
        }

        /// <summary>Before a datagram socket is bound.</summary>
        public virtual void BeforeDatagramBind(Socket ds)
        {
        }

        /// <summary>Before a listening socket is bound.</summary>
        public virtual void BeforeServerSocketBind(Socket ss)
        {
        }

        /// <summary>Before a socket connects.</summary>
        public virtual void BeforeConnect(Socket s)
        {
        }

        /// <summary>After a socket has connected, or was accepted.</summary>
        public virtual void AfterConnect(Socket s)
        {
        }
    }

    /// <summary>A base for objects that hand on the options of <see cref="SO"/>.</summary>
    public abstract class SoForwarders
    {
        /// <summary>For what derives from it.</summary>
        protected SoForwarders()
        {
        }
    }

    /// <summary>The options for sockets of every kind.</summary>
    public static class SO
    {
        /// <summary>The size of the kernel's receive buffer.</summary>
        /// <param name="size">In bytes; more than 0.</param>
        public class ReceiveBufferSize(int size) : SocketOption
        {
            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => ss.ReceiveBufferSize = size;

            /// <inheritdoc/>
            public override void BeforeDatagramBind(Socket ds) => ds.ReceiveBufferSize = size;

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => s.ReceiveBufferSize = size;
        }

        /// <summary>
        /// Whether an address may be bound again while old connections of it linger (SO_REUSEADDR). Outside of Windows .NET binds
        /// with it anyway, and asking for it by name would also set SO_REUSEPORT, with which two servers could listen on one port,
        /// each getting some of the connections: so there this option changes nothing.
        /// </summary>
        /// <param name="on">Whether it may.</param>
        public class ReuseAddress(bool on) : SocketOption
        {
            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => Set(ss);

            /// <inheritdoc/>
            public override void BeforeDatagramBind(Socket ds) => Set(ds);

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => Set(s);

            private void Set(Socket socket)
            {
                if (OperatingSystem.IsWindows())
                    socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, on);
            }
        }

        /// <summary>The size of the kernel's send buffer.</summary>
        /// <param name="size">In bytes; more than 0.</param>
        public class SendBufferSize(int size) : SocketOption
        {
            /// <inheritdoc/>
            public override void AfterConnect(Socket s) => s.SendBufferSize = size;
        }

        /// <summary>The type of service in the IP header.</summary>
        /// <param name="tc">0 to 255.</param>
        public class TrafficClass(int tc) : SocketOption
        {
            /// <inheritdoc/>
            public override void AfterConnect(Socket s) => s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, tc);
        }
    }
}
