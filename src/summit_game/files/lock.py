"""A lock on an open file, so that two programs do not play the same sitting. It goes when the file is closed."""

from __future__ import annotations

import sys
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    FAR_AWAY = 0x7FFFFFFE
    """Windows locks bytes, and a locked byte cannot be read: a byte that the file never has."""

    def lock(file: BinaryIO) -> bool:
        """Whether this program has the file for itself now."""
        file.seek(FAR_AWAY)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def lock(file: BinaryIO) -> bool:
        """Whether this program has the file for itself now."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some shared folders know no locks; there a game can be played all the same.
            return True
        return True
