"""Random streams keyed by purpose (R1.5).

Every draw of a game comes from a stream derived by hashing the table's seed with what the draw is for, so that
a new kind of draw never shifts another one. The generator is BLAKE2b in counter mode: equal on every Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_WORDS_PER_BLOCK = 16
_WORD = 1 << 32
_unpack = Struct("<16I").unpack


class Stream:
    """A stream of whole numbers for one purpose of one table."""

    __slots__ = ("_block", "_counter", "_key", "_next")

    def __init__(self, seed: int, *purpose: str | int) -> None:
        """`seed` is any whole number; `purpose` names what the numbers are for, such as `"flash", 3, "brink"`."""
        name = "\x1f".join(str(part) for part in (seed, *purpose))
        self._key = blake2b(name.encode(), digest_size=32).digest()
        self._counter = 0
        self._block: tuple[int, ...] = ()
        self._next = _WORDS_PER_BLOCK

    def word(self) -> int:
        """The next number, 0 to 2**32 - 1."""
        if self._next == _WORDS_PER_BLOCK:
            block = blake2b(self._counter.to_bytes(8, "little"), key=self._key).digest()
            self._block = _unpack(block)
            self._counter += 1
            self._next = 0
        value = self._block[self._next]
        self._next += 1
        return value

    def below(self, n: int) -> int:
        """A number from 0 to n - 1, each equally likely. `n` is at least 1."""
        limit = _WORD - _WORD % n
        value = self.word()
        while value >= limit:
            value = self.word()
        return value % n

    def chance(self, numerator: int, denominator: int) -> bool:
        """True with probability numerator / denominator."""
        return self.below(denominator) < numerator

    def choice(self, items: Sequence[T]) -> T:
        """One of the items, each equally likely. `items` is not empty."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a new random order."""
        result = list(items)
        for i in range(len(result) - 1, 0, -1):
            j = self.below(i + 1)
            result[i], result[j] = result[j], result[i]
        return result


FLASH_SIDES = 6


def flash_number(seed: int, round_: int, purpose: str, seat: int) -> int:
    """The flash number 1..6 of a round, a purpose and a seat: the same at every table with this seed (R1.5)."""
    return 1 + Stream(seed, "flash", round_, purpose, seat).below(FLASH_SIDES)
