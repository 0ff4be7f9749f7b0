#!/usr/bin/env python3
"""The classic student client: a thread that receives, and no newline at the end of what it sends.

usage: chunk_client.py [HOST [PORT]]

What is typed is a message, /salir leaves. The server takes each send for one message (docs/protocol.md, "chunk clients"). A program
that sends many messages one right after the other should end each with "\\n" instead: TCP is a stream of bytes, and may join two sends.
"""
import argparse
import codecs
import socket
import sys
import threading
import time

# Two sends that are not this far apart could arrive as one message.
PAUSE = 0.1


def receive(sock):
    """Shows what arrives until the server closes."""
    # recv() may return the first half of a letter of two bytes: the decoder keeps it until the other half is there.
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    try:
        while data := sock.recv(4096):
            print(decoder.decode(data), end="", flush=True)
        print(decoder.decode(b"", final=True) + "\n[conexión cerrada]")
    except OSError as error:
        print(f"\n[conexión perdida: {error}]")


def send_lines(sock, receiver):
    """Sends what is typed until /salir, the end of the input, or the server's end of the connection."""
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        if not receiver.is_alive():
            return
        if text:
            sock.sendall(text.encode())
            time.sleep(PAUSE)
        if text == "/salir":
            return


def main():
    parser = argparse.ArgumentParser(description="Entra en el chat desde el terminal.")
    parser.add_argument("host", nargs="?", default="127.0.0.1", help="servidor [por defecto: %(default)s]")
    parser.add_argument("port", nargs="?", type=int, default=1234, help="puerto [por defecto: %(default)s]")
    arguments = parser.parse_args()
    try:
        sock = socket.create_connection((arguments.host, arguments.port), timeout=10)
    except OSError as error:
        sys.exit(f"No se puede conectar con {arguments.host}:{arguments.port}: {error}")

    sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?" in its place
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # what is no UTF-8 shows as "�" to everybody, and ends nothing
    with sock:
        sock.settimeout(None)
        receiver = threading.Thread(target=receive, args=(sock,), daemon=True)
        receiver.start()
        try:
            send_lines(sock, receiver)
            sock.shutdown(socket.SHUT_WR)  # there is nothing more to say, but the last answers are still to come
            receiver.join(timeout=5)
        except KeyboardInterrupt:
            print()
        except OSError:
            receiver.join(timeout=5)  # the server has closed, and the receiver says so


if __name__ == "__main__":
    main()
