"""The catalogue: every sentence by its key, in the language that is chosen.

Messages are written in Fluent (projectfluent.org), in `words/lang/LANGUAGE/PREFIX.ftl`; `PREFIX` is what stands before
the first hyphen of a key. A rule module of another package ships `lang/LANGUAGE.ftl` beside its code,
with its id as prefix. Values are set in as they are, never read as Fluent. Selectors are plain variables: a number, by
plural category or exactly; a truth value, as `yes` or `no`; a text; `$who-number`, the number of the `Name` given as
`who`. A file is read and a message parsed when it is first asked for; each choice of variants is kept as plain text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = Path(__file__).parents[1] / "words" / "lang"
ENGLISH, PSEUDO = "en", "xx"
LANGUAGE_VARIABLE = "SUMMIT_LANGUAGE"
SINGULAR, PLURAL = "singular", "plural"
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_PLAIN = re.compile(r"\{ *\$([a-zA-Z][\w-]*) *\}")
_SELECTOR = re.compile(r"\$([a-zA-Z][\w-]*)\s*->")
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
_MARK = "\ue000"
"""Stands around the name of a variable while Fluent chooses variants (private use; no catalogue holds it)."""


_ACCENTS = str.maketrans(
    "AEIOUYCDGHJKLNRSTWZaeiouycdghjklnrstwz",
    "ÅÉÎÖÛÝÇÐĜĤĴĶĻÑŔŠŢŴŽåéîöûýçðĝĥĵķļñŕšţŵž",
)

_KEPT = re.compile(r"(\bR\d+(?:\.\d+)*\b|(?<![\w-])--[a-z][\w-]*)")
"""What is typed or looked up as it is, also where no backticks stand around it: clauses and options."""


def pseudo(text: str) -> str:
    """A text with accents and about a third longer, as another language might be; what is to be typed stays."""
    return "".join(_altered([text]))


def _altered(parts: Iterable[str]) -> Iterator[str]:
    """`pseudo` of texts and names of values by turns; a command in backticks may hold values."""
    inside = False
    for at, part in enumerate(parts):
        if at % 2:
            yield part
            continue
        pieces = []
        for number, piece in enumerate(part.split("`")):
            inside ^= number > 0
            pieces.append(piece if inside else _accented(piece))
        yield "`".join(pieces)


def _accented(text: str) -> str:
    kept = _KEPT.split(text)
    return "".join(
        part if at % 2 else re.sub("[aeiou]", r"\g<0>\g<0>", part).translate(_ACCENTS) for at, part in enumerate(kept)
    )


def chosen_language() -> str:
    """The language of this process, from `SUMMIT_LANGUAGE`; English if nothing is chosen."""
    return os.environ.get(LANGUAGE_VARIABLE) or ENGLISH


class Name(str):
    """A name, with the grammatical number that verbs after it take: "the allies have"."""

    __slots__ = ("number",)
    number: str

    def __new__(cls, text: str, number: str = SINGULAR) -> Name:
        name = super().__new__(cls, text)
        name.number = number
        return name


class _Message(NamedTuple):
    source: str
    selectors: tuple[str, ...]
    made: dict[tuple[str | float, ...], tuple[str, ...]]
    """Chosen variants -> text and names of variables by turns."""


class Catalogue:
    """The sentences of one language; English where it has none."""

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language
        self._written = ENGLISH if language == PSEUDO else language
        self._messages: dict[str, _Message] = {}
        self._fallback = self if self._written == ENGLISH else Catalogue()

    def say(self, key: str, /, **values: object) -> str:
        """The sentence of a key. Raises `LookupError` for a key or a value that English lacks."""
        try:
            return self._say(key, values)
        except LookupError:
            if self._written == ENGLISH:
                raise
            return self._fallback.say(key, **values)

    def _say(self, key: str, values: Mapping[str, object]) -> str:
        message = self._messages.get(key) or self._message(key)
        chosen = tuple(_selected(values, name) for name in message.selectors) if message.selectors else ()
        parts = message.made.get(chosen)
        if parts is None:
            parts = message.made[chosen] = self._parts(key, message, chosen)
        return parts[0] if len(parts) == 1 else "".join([str(values[p]) if at % 2 else p for at, p in enumerate(parts)])

    def _message(self, key: str) -> _Message:
        entries = _entries(self._written, key.partition("-")[0])
        asked = [key]
        for name in asked:
            asked += [each for each in _REFERENCE.findall(entries[name]) if each in entries and each not in asked]
        source = "".join(f"{name} ={entries[name]}\n" for name in asked)
        self._messages[key] = _Message(source, tuple(dict.fromkeys(_SELECTOR.findall(source))), {})
        return self._messages[key]

    def _parts(self, key: str, message: _Message, chosen: tuple[str | float, ...]) -> tuple[str, ...]:
        text = message.source.partition("=")[2].strip()
        if "\n" in text or "{" in _PLAIN.sub("", text):
            form = _former(self._written, key, message.source)
            parts = form(dict(zip(message.selectors, chosen, strict=True))).split(_MARK)
        else:
            parts = _PLAIN.split(text)
        return tuple(_altered(parts) if self.language == PSEUDO else parts)


def _selected(values: Mapping[str, object], name: str) -> str | float:
    value = values.get(name)
    if value is None and name.endswith("-number"):
        return getattr(values[name.removesuffix("-number")], "number", SINGULAR)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | str):
        return value
    raise LookupError(f"{name} is {value!r}, which chooses nothing")


@cache
def _former(language: str, key: str, source: str) -> Callable[[dict[str, object]], str]:
    """Forms a message with chosen variants, and marks for values. Fluent is loaded here, when it is first needed."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(_PLAIN.sub(rf"{_MARK}\1{_MARK}", source)))
    pattern = bundle.get_message(key).value
    assert pattern is not None, f"the message {key!r} has no text"

    def form(chosen: dict[str, object]) -> str:
        text, errors = bundle.format_pattern(pattern, chosen)
        if errors:
            raise LookupError(f"the message {key!r} cannot be formed: {errors[0]}")
        return str(text)

    return form


@cache
def _entries(language: str, prefix: str) -> Mapping[str, str]:
    """Key -> Fluent source of the messages and terms of a file; empty if there is none."""
    file: Traversable = FOLDER / language / f"{prefix}.ftl"
    if not file.is_file() and prefix in _packages:
        from importlib.resources import files

        file = files(_packages[prefix]) / "lang" / f"{language}.ftl"
    if not file.is_file():
        return {}
    text = re.sub(r"^#.*\n?", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _, *found = _ENTRY.split(text)
    return {name: source.rstrip() for name, source in zip(found[::2], found[1::2], strict=True)}


def speak_for(packages: Mapping[str, str]) -> None:
    """From now on packages have the sentences of these prefixes: prefix -> package with a folder `lang`."""
    _packages.update(packages)
    _entries.cache_clear()


_packages: dict[str, str] = {}


def known(language: str) -> bool:
    """Whether this can name a language, such as `en`, `pt-BR`, or the pseudo-language `xx`."""
    return re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) is not None


def choose(language: str) -> None:
    """Say everything in this language from now on, deck texts too, here and in processes that begin here."""
    global _chosen
    os.environ[LANGUAGE_VARIABLE] = language
    _chosen = Catalogue(language)


def say(key: str, /, **values: object) -> str:
    """`Catalogue.say` in the language that is chosen."""
    return _chosen.say(key, **values)


_chosen = Catalogue(chosen_language())
