"""stdin, stdout and stderr as every command can use them: closed ones, odd codes, an output that cannot be written."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


class OutputLost(OSError):  # noqa: N818 - it reads as a sentence
    """What a command says cannot be written."""


class _Out(io.FileIO):
    """stdout. What it cannot write is told once; afterwards nothing is written, so that the program can end."""

    lost = False

    def write(self, data: ReadableBuffer) -> int:
        if self.lost:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except BrokenPipeError:
            self.lost = True
            raise
        except OSError as error:
            self.lost = True
            raise OutputLost(error.errno, error.strerror) from None


class _Err(io.FileIO):
    """stderr. Nobody can be told that it cannot be written."""

    def write(self, data: ReadableBuffer) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


class _In(io.FileIO):
    """stdin. Where nothing can be read, the input is at its end."""

    def readinto(self, buffer: WriteableBuffer) -> int:
        try:
            return super().readinto(buffer)
        except OSError:
            return 0


def prepare() -> None:
    """Make the streams of this process such as commands expect. What stands in their place already is left alone."""
    _fill()
    if sys.stdin is sys.__stdin__:
        sys.stdin = _text(sys.__stdin__, io.BufferedReader(_In(0, "r", closefd=False)))
    if sys.stdout is sys.__stdout__:
        sys.stdout = _text(sys.__stdout__, io.BufferedWriter(_Out(1, "w", closefd=False)))
    if sys.stderr is sys.__stderr__:
        sys.stderr = _text(sys.__stderr__, io.BufferedWriter(_Err(2, "w", closefd=False)))
    odd = {each.encoding for each in (sys.stdin, sys.stdout, sys.stderr) if _odd(each)}
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A name that this terminal's code cannot write, or a byte that it cannot read, must not end a game.
        # What is read keeps its bytes: a name is written as UTF-8 whatever the locale says.
        errors = "surrogateescape" if stream is sys.stdin else "replace"
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if _odd(stream) else stream.encoding, errors=errors)
    for each in sorted(odd):
        from summit_game.language.catalogue import say  # only here: most calls need none

        print(f"summit: {say('cli-odd-code', code=each)}", file=sys.stderr)


def _fill() -> None:
    """A closed stream is opened on nothing: else the next file, a game perhaps, would stand in its place."""
    # What is only read cannot be written, and so a closed stdout is told.
    for number, flags in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, flags)
            if opened == number:
                os.set_inheritable(opened, True)
            else:
                os.dup2(opened, number)
                os.close(opened)


def _text(old: object, raw: io.BufferedReader | io.BufferedWriter) -> io.TextIOWrapper:
    """A text stream in the code of the one that is replaced. Each line goes out at once: `input` forgives a failure."""
    code = old.encoding if isinstance(old, io.TextIOWrapper) else "utf-8"
    return io.TextIOWrapper(raw, encoding=code, errors="replace", line_buffering=True)


def _odd(stream: object) -> bool:
    """Whether the code of a stream is none in which lines can be written one by one, such as UTF-16."""
    if not isinstance(stream, io.TextIOWrapper):
        return False
    try:
        return codecs.encode("a\n", stream.encoding) != b"a\n"
    except (LookupError, UnicodeError, TypeError):
        return True
