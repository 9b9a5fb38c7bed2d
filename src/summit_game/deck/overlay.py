"""Texts of a deck in other languages.

`lang/xx.yaml` in a deck's folder says the deck's texts again, in the deck's own order of sections: what has an id (or a
`kind`, or is named by a key) is found by it, what has none by its place in the list. A text that is not said stays as
the deck has it. `lang/en.yaml` holds for every language: what English needs that the deck does not say, such as the
`number` of a name. Overlays change no id and no number, and do not count in the deck's digest.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summit_game.deck.files import SourceFile
from summit_game.deck.yamlpos import Keys, read_yaml
from summit_game.language.catalogue import ENGLISH, PSEUDO, chosen_language, pseudo

if TYPE_CHECKING:
    from summit_game.deck.models import Deck

NUMBERS = ("singular", "plural")
ONE_LINE = frozenset(
    ["title", "name", "line", "who", "setting", "low", "high", "one", "many", "version", "licence", "language"]
)
"""Fields that are printed on one line."""
PROSE = ONE_LINE | {
    *("text", "summary", "note", "authors", "meaning", "question", "source", "sentence", "profile"),
    *("instructions", "priorities", "questions", "reason", "aftermath", "advice", "short", "opening", "closing"),
}
"""Fields whose texts are read by people. `when` is one too, where it is a date and no formula."""
DATED = ("history", "background", "what_followed")
TEXTS = PROSE - {"authors", "version", "licence", "language"} | {"number"}
"""Fields that hold a text for people, and the number of names; a date (`is_date`) is a text too."""


def translated(deck: Deck, overlays: Iterable[SourceFile]) -> Deck:
    """The deck in the language that is chosen, as far as its overlays say it."""
    files = {Path(file.name).stem: file for file in overlays}
    for language in dict.fromkeys((ENGLISH, chosen_language())):
        if language in files:
            said = dict(leaves(read_yaml(files[language].data, files[language].shown).value, ()))
            ways = {keys[:length] for keys in said for length in range(len(keys) + 1)}
            deck = _mapped(deck, (), partial(_said, said), ways)
        elif language == PSEUDO:
            deck = _mapped(deck, (), lambda keys, text: text if keys[-1] == "number" else pseudo(text), None)
    return deck


def texts_of(deck: Deck) -> dict[Keys, str]:
    """The way to every text of a deck, and the text; the `number` of names too."""
    found: dict[Keys, str] = {}
    _mapped(deck, (), lambda keys, text: found.setdefault(keys, text), None)
    return found


def leaves(value: object, keys: Keys) -> Iterator[tuple[Keys, object]]:
    """Every single value in it, with the way to it."""
    if isinstance(value, Mapping | tuple):
        for key, each in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from leaves(each, (*keys, key))
    else:
        yield keys, value


def _said(said: Mapping[Keys, object], keys: Keys, text: str) -> str:
    new = said.get(keys)
    return new if isinstance(new, str) and new and (keys[-1] != "number" or new in NUMBERS) else text


def _mapped(value: Any, keys: Keys, new: Callable[[Keys, str], str], ways: Container[Keys] | None) -> Any:
    """The value with every text in it made new; with `ways`, only what they lead to is looked at."""
    if ways is not None and keys not in ways:
        return value
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(update=_mapped(fields, keys, new, ways))
    if isinstance(value, dict):
        return {key: _mapped(each, (*keys, key), new, ways) for key, each in value.items()}
    if isinstance(value, tuple):
        ids = (getattr(each, "id", None) or getattr(each, "kind", None) or at for at, each in enumerate(value))
        return tuple(_mapped(each, (*keys, key), new, ways) for key, each in zip(ids, value, strict=True))
    return new(keys, value) if isinstance(value, str) and _is_text(keys) else value


def is_date(name: str | int, keys: Keys) -> bool:
    """Whether a field says when something was; elsewhere `when` is a formula."""
    return name == "when" and any(each in keys for each in DATED)


def _is_text(keys: Keys) -> bool:
    name = keys[-2] if isinstance(keys[-1], int) else keys[-1]
    return keys[0] != "modules" and (name in TEXTS or is_date(name, keys))
