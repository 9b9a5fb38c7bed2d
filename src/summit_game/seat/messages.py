"""Messages of a seat, version 1: what a client may send and what it is answered. `docs/protocol/` describes them.

The documents inside (page, question, sheet) are those of this room. Unknown keys are ignored on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from summit_game.seat.page import SeatPage
from summit_game.seat.port import Receipt, Told
from summit_game.seat.question import Question
from summit_game.seat.sheet import GameSheet

VERSION = 1
"""Version of these messages. It counts up when a client written for the last one could misunderstand an answer."""

# --- what a client sends ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SayHello:
    """The first message: the version that the client speaks."""

    version: int
    type: Literal["hello"] = "hello"


@dataclass(frozen=True, slots=True)
class AskSheet:
    """What everybody may know before the game."""

    type: Literal["sheet"] = "sheet"


@dataclass(frozen=True, slots=True)
class AskPage:
    """What the reader sees now."""

    type: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class AskAsked:
    """The name of the decision that the seat is asked for now."""

    type: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """The question at a draft: an unfinished action in its written form, empty at first."""

    draft: str = ""
    type: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class AskTold:
    """What happened after this many entries."""

    since: int = 0
    type: Literal["told"] = "told"


@dataclass(frozen=True, slots=True)
class Send:
    """Take an action in its written form. The same `id` again is done once; `question`: the decision it answers."""

    action: str
    question: str = ""
    id: str = ""
    type: Literal["send"] = "send"


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last own action (R9.7), if `rev` is still the last entry: sent again, it does nothing."""

    rev: int
    type: Literal["undo"] = "undo"


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was taken back, if `rev` is still the last entry."""

    rev: int
    type: Literal["redo"] = "redo"


@dataclass(frozen=True, slots=True)
class AskPaper:
    """A paper: `brief`, `text`, `mandates`, `cards`, `map`, `zones`, `score` or `talk`."""

    name: str
    type: Literal["paper"] = "paper"


Request = Annotated[
    SayHello | AskSheet | AskPage | AskAsked | AskQuestion | AskTold | Send | Undo | Redo | AskPaper,
    Field(discriminator="type"),
]

# --- what it is answered ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hello:
    """The seat of this client, -1 for the public, and the program that answers."""

    version: int
    seat: int
    program: str
    type: Literal["hello"] = "hello"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of the game."""

    sheet: GameSheet
    type: Literal["sheet"] = "sheet"


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader sees."""

    page: SeatPage
    type: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class Asked:
    """The name of a decision; empty if the seat is asked for none."""

    question: str
    type: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class Questioned:
    """The question at the draft."""

    question: Question
    type: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened, and where to ask from the next time."""

    told: Told
    type: Literal["told"] = "told"


@dataclass(frozen=True, slots=True)
class Taken:
    """The action was taken."""

    receipt: Receipt
    type: Literal["taken"] = "taken"


@dataclass(frozen=True, slots=True)
class Done:
    """The undo or redo was done."""

    type: Literal["done"] = "done"


@dataclass(frozen=True, slots=True)
class Paper:
    """The lines of a paper; none if there is no such paper for this reader."""

    lines: tuple[str, ...]
    type: Literal["paper"] = "paper"


@dataclass(frozen=True, slots=True)
class Refused:
    """The message was understood and is refused, in one sentence; nothing has changed."""

    why: str
    type: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True)
class Error:
    """The message cannot be used, in one sentence; nothing has changed."""

    why: str
    type: Literal["error"] = "error"


Answer = Annotated[
    Hello | Sheet | Page | Asked | Questioned | Happened | Taken | Done | Paper | Refused | Error,
    Field(discriminator="type"),
]

REQUESTS: TypeAdapter[Request] = TypeAdapter(Request)
ANSWERS: TypeAdapter[Answer] = TypeAdapter(Answer)
