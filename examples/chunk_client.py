#!/usr/bin/env python3
"""The classic student client: threads, recv(1024), and no newline at the end of what it sends."""
import socket
import sys
import threading

HOST, PORT = "127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 1234


def receive(sock):
    while True:
        data = sock.recv(1024)
        if not data:
            print("\n[conexión cerrada]")
            return
        print(data.decode(), end="", flush=True)


with socket.create_connection((HOST, PORT)) as sock:
    reader = threading.Thread(target=receive, args=(sock,), daemon=True)
    reader.start()
    try:
        while True:
            text = input()
            if text:
                sock.send(text.encode())
            if text == "/salir":
                break
    except (EOFError, KeyboardInterrupt):
        sock.shutdown(socket.SHUT_WR)
    reader.join(timeout=5)
