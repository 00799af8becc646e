"""A relay in front of a server that breaks connections at a chosen moment, as a bad network does."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum


class Break(Enum):
    """Where the next commit is cut off."""

    NOWHERE = 0
    BEFORE = 1
    """The server never hears of it, and the session hangs as if the cable were pulled."""
    AFTER = 2
    """The server has committed, and its reply is lost."""


class Proxy:
    """Listens on a port of its own; ``broken`` counts the connections it cut."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.breaks = Break.NOWHERE
        self.broken = 0
        self._kept: list[socket.socket] = []
        self._deaf: set[socket.socket] = set()
        """Clients whose commit has gone out, and who are to hear no more."""
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Listen no more; connections that stand are closed."""
        self._door.close()
        for each in self._kept:
            with suppress(OSError):
                each.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._kept += [client, server]
                threading.Thread(target=self._up, args=(client, server), daemon=True).start()
                threading.Thread(target=self._down, args=(client, server), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(65_536):
                if b"COMMIT" in data and self.breaks is not Break.NOWHERE:
                    how, self.breaks = self.breaks, Break.NOWHERE
                    self.broken += 1
                    if how is Break.AFTER:
                        self._deaf.add(client)
                        server.sendall(data)
                    else:
                        client.shutdown(socket.SHUT_RDWR)
                    return
                server.sendall(data)
            server.shutdown(socket.SHUT_RDWR)

    def _down(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while (data := server.recv(65_536)) and client not in self._deaf:
                client.sendall(data)
        with suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)


@contextmanager
def proxy(port: int) -> Iterator[Proxy]:
    """A relay to a port of this machine."""
    made = Proxy(port)
    try:
        yield made
    finally:
        made.close()
