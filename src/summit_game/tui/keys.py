"""Keys of one's own: `keys.toml` in the configuration folder gives binding ids other keys.

The file has one table, `[keys]`, with lines such as `"move.choose" = "enter,c"`. `summit` tells in a notice what it
cannot use.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from platformdirs import user_config_path

CONFIG_DIR_VARIABLE = "SUMMIT_CONFIG_DIR"


def config_folder() -> Path:
    """Where settings and keys are: `SUMMIT_CONFIG_DIR`, or the system's place. It need not exist."""
    if folder := os.environ.get(CONFIG_DIR_VARIABLE):
        return Path(folder).expanduser()
    return user_config_path("summit", appauthor=False)


def user_keymap() -> tuple[dict[str, str], str]:
    """Binding id -> keys, and a sentence about what is wrong with the file (or nothing)."""
    path = config_folder() / "keys.toml"
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return {}, f"{path} cannot be used ({error}); the usual keys hold."
    keys = written.get("keys", {})
    if not isinstance(keys, dict):
        return {}, f'{path} needs a table [keys] with lines such as "move.choose" = "enter,c".'
    good = {name: value for name, value in keys.items() if isinstance(value, str) and value.strip()}
    bad = [name for name in keys if name not in good]
    return good, f"{path}: keys of {', '.join(bad)} are not texts and are left out." if bad else ""
