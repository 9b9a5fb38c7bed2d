"""Keys of one's own: `keys.toml` in the configuration folder gives binding ids other keys.

The file has one table, `[keys]`, with lines such as `"move.choose" = "enter,c"`. `summit` tells in a notice what it
cannot use. `docs/keys.md` lists the ids; it is made here.
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from functools import cache

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from summit_game.deck.library import config_folder
from summit_game.files.reading import reason, toml
from summit_game.language.catalogue import say
from summit_game.tui.labels import label


def user_keymap() -> tuple[dict[str, str], str]:
    """Binding id -> keys, and a sentence about what is wrong with the file (or nothing)."""
    try:
        path = config_folder() / "keys.toml"
    except OSError:
        return {}, ""  # The settings say that there is no such folder.
    try:
        written = toml(path)
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, say("app-keys-unusable", file=path, why=reason(error))
    keys = written.get("keys", {})
    if not isinstance(keys, dict):
        return {}, say("app-keys-no-table", file=path)
    texts = {name: value for name, value in keys.items() if isinstance(value, str) and value.strip()}
    known = own_bindings() if texts else {}
    odd = {name: key for name, value in texts.items() for key in value.split(",") if not is_key(key.strip())}
    wrong = {
        "texts": [name for name in keys if name not in texts],
        "ids": [name for name in texts if name not in known],
        "signs": [say("app-keys-of", key=repr(key.strip()), name=name) for name, key in odd.items()],
    }
    said = "; ".join(say(f"app-keys-bad-{what}", names=", ".join(names)) for what, names in wrong.items() if names)
    good = {name: value for name, value in texts.items() if name in known and name not in odd}
    return good, say("app-keys-trouble", file=path, wrong=said) if said else ""


def is_key(name: str) -> bool:
    """Whether this is how a key is called: one sign, or a name such as `f5`, `ctrl+k`, `full_stop`."""
    *with_it, key = name.split("+") if len(name) > 1 else [name]
    if not set(with_it) <= {"ctrl", "shift", "alt", "super", "meta", "hyper"}:
        return False
    if len(key) == 1 or key in {each.value for each in Keys}:
        return True
    try:
        return bool(key) and key == key.lower() and bool(unicodedata.lookup(key.replace("_", " ")))
    except KeyError:
        return key in KEY_NAME_REPLACEMENTS.values()


@cache
def own_bindings() -> dict[str, tuple[str, str, str]]:
    """Id -> keys, what they do, and on what, for every binding of the screens that can be given other keys."""
    import summit_game.tui as package

    found: dict[str, tuple[str, str, str]] = {}
    for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(each.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == each.name:
                for binding in kind.__dict__.get("BINDINGS", ()):
                    if isinstance(binding, Binding) and binding.id:
                        found[binding.id] = (binding.key, binding.description, kind.__name__)
    return dict(sorted(found.items()))


def page() -> str:
    """`docs/keys.md`: `python -m summit_game.tui.keys` prints it."""
    lines = say("app-keys-page").splitlines()
    for name, (keys, words, where) in own_bindings().items():
        lines.append(
            f"| `{name}` | {', '.join(f'`{key}`' for key in keys.split(','))} | {label(words) or '-'} | {where} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
