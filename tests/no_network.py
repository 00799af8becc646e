"""Runs a module of Python in a process that the kernel ends once it, or a child of it, asks for a network.

``python -m tests.no_network MODULE [ARGUMENT...]``; Linux on x86-64. Sockets of the machine itself
(``AF_UNIX``) are left alone: they lead to nobody outside.
"""

import ctypes
import platform
import runpy
import socket
import struct
import sys

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUALS, _RETURN = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_X86_64, _SOCKET = 0xC000003E, 41


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def can_be_shut() -> bool:
    """Whether this machine knows the system calls that are written here."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def shut() -> None:
    """Let the kernel end this process at ``socket()`` for the internet, old or new; there is no way back."""
    steps = (
        (_LOAD, 0, 0, _MACHINE),
        (_EQUALS, 0, 6, _X86_64),
        (_LOAD, 0, 0, _NUMBER),
        (_EQUALS, 0, 4, _SOCKET),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUALS, 1, 0, socket.AF_INET),
        (_EQUALS, 0, 1, socket.AF_INET6),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p))
    kernel = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if kernel.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    shut()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
