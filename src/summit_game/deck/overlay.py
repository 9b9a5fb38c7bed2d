"""Texts of a deck in other languages, and a pseudo-language that shows what was not translated.

`lang/xx.yaml` in a deck's folder says the deck's texts again, in the deck's own order of sections: what has an id (or a
`kind`, or is named by a key) is found by it, what has none by its place in the list. A text that is not said stays as
the deck has it. `lang/en.yaml` holds for every language: what English needs that the deck does not say, such as the
`number` of a name. Overlays change no id and no number, and do not count in the deck's digest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summit_game.deck.faults import Fault, quote
from summit_game.deck.files import SourceFile
from summit_game.deck.yamlpos import read_yaml

if TYPE_CHECKING:
    from summit_game.deck.load import LoadResult
    from summit_game.deck.models import Deck

ENGLISH, PSEUDO = "en", "xx"
LANGUAGE_VARIABLE = "SUMMIT_LANGUAGE"
NUMBERS = ("singular", "plural")
TEXTS = frozenset(
    {"title", "summary", "setting", "note", "name", "meaning", "low", "high", "text", "source", "question", "who"}
    | {"line", "sentence", "profile", "instructions", "priorities", "questions", "reason", "aftermath"}
)
"""Fields that hold a text for people; a date (`when` beside `who`) is one too."""
_ACCENTS = str.maketrans(
    "AEIOUYCDGHJKLNRSTWZaeiouycdghjklnrstwz",
    "ÅÉÎÖÛÝÇÐĜĤĴĶĻÑŔŠŢŴŽåéîöûýçðĝĥĵķļñŕšţŵž",
)


def pseudo(text: str) -> str:
    """A text with accents and about a third longer, as another language might be; still readable."""
    return "".join(char + char if char in "aeiou" else char for char in text).translate(_ACCENTS)


def chosen_language() -> str:
    """The language of this process, from `SUMMIT_LANGUAGE`; English if nothing is chosen."""
    return os.environ.get(LANGUAGE_VARIABLE) or ENGLISH


def translated(deck: Deck, overlays: Iterable[SourceFile]) -> Deck:
    """The deck in the language that is chosen, as far as its overlays say it."""
    files = {Path(file.name).stem: file for file in overlays}
    for language in dict.fromkeys((ENGLISH, chosen_language())):
        if language in files:
            deck = _rewritten(deck, read_yaml(files[language].data, files[language].shown).value, None)
        elif language == PSEUDO:
            deck = _rewritten(deck, {}, pseudo)
    return deck


def overlay_faults(loaded: LoadResult, language: str) -> tuple[Fault, ...]:
    """What an overlay lacks, and what it says that the deck has no text for."""
    if loaded.deck is None:
        return loaded.faults
    file = next((each for each in loaded.overlays if Path(each.name).stem == language), None)
    if file is None:
        missing = str(loaded.path / "lang" / f"{language}.yaml")
        return (Fault(missing, 1, 1, "there is no such file", "write the deck's texts into it"),)
    document = read_yaml(file.data, file.shown)
    faults = list(document.faults)
    wanted, said = dict(_texts(loaded.deck, ())), dict(_leaves(document.value, ()))
    for keys in wanted.keys() - said.keys():
        if keys[-1] != "number":
            faults.append(Fault(file.shown, *_near(document.at, keys), f"no text for {_way(keys)}", "translate it"))
    for keys in said.keys() - wanted.keys():
        todo = "correct the way to it, or remove it"
        faults.append(Fault(file.shown, *_near(document.at, keys), f"the deck has no text {_way(keys)}", todo))
    for keys in said.keys() & wanted.keys():
        if not isinstance(said[keys], str) or (keys[-1] == "number" and said[keys] not in NUMBERS):
            what = f"{_way(keys)} is no text" if keys[-1] != "number" else f"{_way(keys)} is not singular or plural"
            faults.append(Fault(file.shown, *_near(document.at, keys), what, "correct it"))
    return tuple(sorted(faults))


def _way(keys: tuple[Any, ...]) -> str:
    return quote(" ".join(map(str, keys)))


def _near(at: Mapping[tuple[Any, ...], tuple[int, int]], keys: tuple[Any, ...]) -> tuple[int, int]:
    """The place of a value, or of the closest thing around it."""
    return next((at[keys[:length]] for length in range(len(keys), 0, -1) if keys[:length] in at), (1, 1))


def _is_text(model: BaseModel, name: str) -> bool:
    return name in TEXTS or name == "number" or (name == "when" and hasattr(model, "who"))


def _key(value: object, at: int) -> object:
    return getattr(value, "id", None) or getattr(value, "kind", None) or at


def _texts(model: BaseModel, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The way to every text of a deck, and the text."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _texts(value, (*keys, name))
        elif isinstance(value, tuple | Mapping):
            for key, each in value.items() if isinstance(value, Mapping) else _keyed(value):
                if isinstance(each, BaseModel):
                    yield from _texts(each, (*keys, name, key))
                elif _is_text(model, name):
                    yield (*keys, name, key), each
        elif isinstance(value, str) and _is_text(model, name):
            yield (*keys, name), value


def _keyed(values: Iterable[object]) -> Iterator[tuple[object, Any]]:
    return ((_key(each, at), each) for at, each in enumerate(values))


def _leaves(value: object, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], object]]:
    if isinstance(value, Mapping | tuple):
        for key, each in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _leaves(each, (*keys, key))
    else:
        yield keys, value


def _rewritten(model: Any, given: object, alter: Callable[[str], str] | None) -> Any:
    """A model with the texts that are given in the place of its own, the others altered."""
    if not isinstance(given, Mapping) or not (given or alter):
        return model
    changes = {}
    for name in type(model).model_fields:
        said = given.get(name)
        if said is not None or alter is not None:
            changes[name] = _value(model, name, getattr(model, name), said, alter)
    return model.model_copy(update=changes)


def _value(model: BaseModel, name: str, value: Any, said: Any, alter: Callable[[str], str] | None) -> Any:
    if isinstance(value, BaseModel):
        return _rewritten(value, said or {}, alter)
    if isinstance(value, tuple):
        return tuple(_value(model, name, each, _picked(said, key), alter) for key, each in _keyed(value))
    if isinstance(value, dict):
        return {key: _value(model, name, each, _picked(said, key), alter) for key, each in value.items()}
    if not isinstance(value, str) or not _is_text(model, name):
        return value
    if name == "number":
        return said if said in NUMBERS else value
    return said if isinstance(said, str) and said else alter(value) if alter else value


def _picked(said: Any, key: Any) -> Any:
    if isinstance(said, Mapping):
        return said.get(key)
    return said[key] if isinstance(said, tuple) and isinstance(key, int) and key < len(said) else None
