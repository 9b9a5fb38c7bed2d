"""Read one YAML file into plain values, and remember where every value and key stands.

PyYAML cuts the text into events; this module builds the values itself, without recursion, so that no input can
exhaust the stack. Plain words mean what YAML 1.2 says: `no` and `on` are texts, only `true` and `false` are
booleans, numbers are decimal. What a deck does not need (anchors, aliases, tags, merge keys, several documents)
is refused. Lists come back as tuples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summit_game.deck.characters import hostile, replaced
from summit_game.deck.faults import Fault, Said, quote, told

if TYPE_CHECKING:
    import yaml

Keys = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the top of the file."""
Position = tuple[int, int]
"""Line and column, both from 1."""

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 30
MAX_NODES = 100_000
_MAX_HOSTILE = 10
_MAX_DIGITS = 6
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_SYNTAX = (
    (r"escape (character|code|sequence)|escape sequence of", "here", "yaml-backslash"),
    (r"'\\t'|violate indentation|tab character", "here", "yaml-tab"),
    (r"mapping values are not allowed", "here", "yaml-colon"),
    (r"quoted scalar|end of stream|document separator", "start", "yaml-quote"),
    (r"could not find expected ':'", "start", "yaml-no-colon"),
    (r"expected ',' or '[\]}]'", "start", "yaml-bracket"),
    (r"expected (the )?node content", "here", "yaml-no-value"),
    (r"did not find expected key|did not find expected '-' indicator|expected <block end>", "here", "yaml-indentation"),
    (r"cannot start any token|alphabetic or numeric character", "here", "yaml-sign"),
    (r"block scalar|comment or a line break", "here", "yaml-block"),
    (r"undefined tag handle|tag", "here", "yaml-tag"),
)
"""PyYAML speaks of tokens and simple keys. Pattern in its message, `here` or `start` of the construct, and our words.

The first match counts.
"""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass
class Document:
    """What a file holds. `broken`: reading stopped early. `bad`: values that were refused and already have a fault."""

    value: Any = None
    at: dict[Keys, Position] = field(default_factory=dict)
    key_at: dict[Keys, Position] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    broken: bool = False
    bad: set[Keys] = field(default_factory=set)


def read_yaml(data: bytes, file: str, loader: Any = None) -> Document:
    """The document in `data`. Never raises for any bytes: what is wrong is in `Document.faults`."""
    global yaml
    import yaml  # Only here: it costs as much as the rest of this package, and a deck that is kept needs none.

    reader = _Reader(file)
    try:
        text = reader.decode(data)
        for event in yaml.parse(text, Loader=loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            reader.take(event)
    except _Stopped:
        pass
    except yaml.MarkedYAMLError as error:
        reader.syntax(error)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The pure Python scanner lets `"\UFFFFFFFF"` through to chr().
        reader.broken(reader.last, "yaml-after")
    return reader.document


class _Stopped(Exception):  # noqa: N818  (not a fault of the program)
    """Reading the file further would only produce follow-up faults."""


@dataclass
class _Frame:
    """A mapping or list that is being filled. Without `keep` it is a part that was refused: read, then dropped."""

    keys: Keys
    items: dict[Any, Any] | list[Any]
    keep: bool
    key: str | int | None = None
    key_keep: bool = True
    want_key: bool = True


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.document = Document()
        self.last: Position = (1, 1)
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._documents = 0

    # faults

    def fault(self, at: Position, what: str, /, **values: object) -> None:
        self.document.faults.append(Fault(self.file, *at, *told(what, **values)))

    def broken(self, at: Position, what: str, /, **values: object) -> None:
        self.document.broken = True
        self.fault(at, what, **values)

    def stop(self, at: Position, what: str, /, **values: object) -> _Stopped:
        self.broken(at, what, **values)
        return _Stopped()

    def syntax(self, error: yaml.MarkedYAMLError) -> None:
        problem = " ".join(str(error.problem or error.context or "").split())
        for pattern, where, what in _SYNTAX:
            if re.search(pattern, problem) or re.search(pattern, str(error.context or "")):
                mark = (error.context_mark if where == "start" else None) or error.problem_mark
                self.broken(self._mark(mark), what)
                return
        what = "yaml-problem" if problem else "yaml-here"
        self.broken(self._mark(error.problem_mark or error.context_mark), what, problem=Said(problem))

    def _mark(self, mark: Any) -> Position:
        return self.last if mark is None else (mark.line + 1, mark.column + 1)

    # bytes

    def decode(self, data: bytes) -> str:
        if len(data) > MAX_BYTES:
            raise self.stop((1, 1), "file-large")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
            found = Said(f"0x{data[error.start]:02x}")
            raise self.stop((line, column), "file-bytes", at=error.start + 1, found=found) from None
        return self._without_hostile(text.removeprefix("\ufeff"))

    def _without_hostile(self, text: str) -> str:
        found = 0
        for match in hostile(text):
            found += 1
            if found > _MAX_HOSTILE:
                break
            start = match.start()
            at = (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            self._hostile(at, match[0])
        # Replaced one for one, so that positions stay and the same character is not reported twice.
        return replaced(text, lambda _: _REPLACEMENT) if found else text

    def _hostile(self, at: Position, character: str) -> None:
        self.fault(at, "character", character=Said(f"U+{ord(character):04X}"))

    # events

    def take(self, event: Any) -> None:
        mark = event.start_mark
        at = self.last = (mark.line + 1, mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, at)
            case yaml.MappingStartEvent():
                self._open(event, at, {})
            case yaml.SequenceStartEvent():
                self._open(event, at, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._alias(event, at)
            case yaml.DocumentStartEvent():
                self._document(event, at)

    def _alias(self, event: Any, at: Position) -> None:
        self.fault(at, "alias", name=f"*{event.anchor}")
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.items, dict) and frame.want_key:
            frame.want_key, frame.key, frame.key_keep = False, None, False
            return
        self.document.bad.add(self._deliver(None, at))

    def _document(self, event: Any, at: Position) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self.stop(at, "second-document")
        if event.version or event.tags:
            self.fault((1, 1), "directive")

    def _node(self, event: Any, at: Position) -> bool:
        """Count a node; refuse its anchor and tag. False when it has a tag, so that its meaning is not what it says."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self.stop(at, "file-entries", most=MAX_NODES)
        if event.anchor is not None:
            self.fault(at, "anchor", name=f"&{event.anchor}")
        if event.tag is not None:
            self.fault(at, "tag", name=event.tag)
        return event.tag is None

    def _scalar(self, event: Any, at: Position) -> None:
        untagged = self._node(event, at)
        plain = event.style in (None, "")
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.items, dict) and frame.want_key:
            self._key(frame, event, at, plain)
            return
        value, fine = self._value(event.value, plain, at)
        keys = self._deliver(value, at)
        if not (untagged and fine):
            self.document.bad.add(keys)

    def _value(self, text: str, plain: bool, at: Position) -> tuple[Any, bool]:
        if plain and text in _WORDS:
            return _WORDS[text], True
        if plain and _INT.fullmatch(text):
            if len(text.lstrip("+-")) > _MAX_DIGITS:
                self.fault(at, "number-large", text=text, digits=_MAX_DIGITS)
                return 0, False
            return int(text), True
        return self._clean(text, at), True

    def _clean(self, text: str, at: Position) -> str:
        """The text; faults for hostile characters written as escapes (the raw ones were replaced before)."""
        if match := next(hostile(text), None):
            self._hostile(at, match[0])
            text = replaced(text, lambda _: _REPLACEMENT)
        for what, character in (("tab", "\t"), ("return", "\r")):
            if character in text:
                self.fault(at, what)
                text = text.replace(character, " ")
        return text

    def _key(self, frame: _Frame, event: Any, at: Position, plain: bool) -> None:
        frame.want_key = False
        frame.key, frame.key_keep = None, False
        if event.style in ("|", ">"):
            self.fault(at, "key-block")
            return
        if plain and event.value == "<<":
            self.fault(at, "merge-key")
            return
        value, fine = self._value(event.value, plain, at)
        if not fine:
            return
        if value is None or isinstance(value, bool):
            self.fault(at, "no-key", text=event.value)
            return
        frame.key = value
        assert isinstance(frame.items, dict)
        keys = (*frame.keys, value)
        if value in frame.items:
            first = self.document.key_at.get(keys)
            self.fault(at, "key-twice", name=quote(value), line=first[0] if first else 0)
            return
        frame.key_keep = True
        if frame.keep:
            self.document.key_at[keys] = at

    def _open(self, event: Any, at: Position, items: dict[Any, Any] | list[Any]) -> None:
        self._node(event, at)
        if len(self._stack) >= MAX_DEPTH:
            raise self.stop(at, "nested", most=MAX_DEPTH)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.items, dict) and frame.want_key:
            self.fault(at, "key-mapping")
            self._stack.append(_Frame(frame.keys, items, False))
            return
        keys, keep = self._place()
        if keep:
            self.document.at[keys] = at
            if event.tag is not None:
                self.document.bad.add(keys)
        self._stack.append(_Frame(keys, items, keep))

    def _close(self) -> None:
        done = self._stack.pop()
        value = tuple(done.items) if isinstance(done.items, list) else done.items
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.items, dict) and frame.want_key:
            # It stood where a key belongs: what follows is the value of a key that is not there.
            frame.want_key, frame.key, frame.key_keep = False, None, False
            return
        self._store(value)

    def _place(self) -> tuple[Keys, bool]:
        """The way to the value that comes next, and whether it is kept."""
        if not self._stack:
            return (), True
        frame = self._stack[-1]
        if isinstance(frame.items, list):
            return (*frame.keys, len(frame.items)), frame.keep
        if frame.key is None:
            return frame.keys, False
        return (*frame.keys, frame.key), frame.keep and frame.key_keep

    def _deliver(self, value: Any, at: Position) -> Keys:
        keys, keep = self._place()
        if keep:
            self.document.at[keys] = at
        self._store(value)
        return keys

    def _store(self, value: Any) -> None:
        if not self._stack:
            self.document.value = value
            return
        frame = self._stack[-1]
        if isinstance(frame.items, list):
            frame.items.append(value)
            return
        if frame.key_keep:
            frame.items[frame.key] = value
        frame.want_key = True
