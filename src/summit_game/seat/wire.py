"""The wire of a seat: `serve` answers lines of JSON from a port, `WirePort` is a port at the other end of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from summit_game import __version__
from summit_game.engine.notation import ActionError
from summit_game.language.catalogue import say
from summit_game.seat import messages as m
from summit_game.seat.advice import Advice
from summit_game.seat.digest import Digest
from summit_game.seat.page import SeatPage
from summit_game.seat.port import Port, Receipt, Told, Turned
from summit_game.seat.question import Question
from summit_game.seat.round_page import RoundOver
from summit_game.seat.sheet import GameSheet

MOST_BYTES = 16_384
"""Length of a client's message. Answers are longer: a sheet has all public texts of a deck."""
_EVERYTHING = 1 << 62
_T = TypeVar("_T")


class WireError(Exception):
    """The other end does not speak these messages; the message is one sentence."""


def serve(port: Port, line: bytes) -> bytes:
    """The answer to a line of a client, as a line. Whatever it holds, there is one answer and no exception."""
    if len(line) > MOST_BYTES:
        return _line(m.Error(say("wire-too-long", most=MOST_BYTES)))
    try:
        request = m.REQUESTS.validate_json(line, strict=True)
    except ValidationError as error:
        return _line(m.Error(say("wire-unknown", why=_fault(error))))
    return _line(answer(port, request))


def answer(port: Port, request: m.Request) -> m.Answer:
    """The answer to a message."""
    match request:
        case m.SayHello(version=version):
            if version != m.VERSION:
                return m.Error(say("wire-version", ours=m.VERSION, theirs=version if 0 <= version < 1000 else "?"))
            return m.Hello(m.VERSION, port.seat, f"summit {__version__}")
        case m.AskSheet():
            return m.Sheet(port.sheet)
        case m.AskPage():
            return m.Page(port.page())
        case m.AskAsked():
            return m.Asked(port.asked())
        case m.AskQuestion(draft=draft):
            try:
                return m.Questioned(port.question(draft))
            except ActionError as why:
                return m.Refused(str(why))
        case m.AskTold(since=since):
            return m.Happened(port.told(since))
        case m.AskSince():
            return m.Since(port.since())
        case m.AskRound():
            return m.Round(port.round_over())
        case m.Send():
            taken = port.send(request.action, request.question, request.id)
            return m.Refused(taken.why) if isinstance(taken, Turned) else m.Taken(taken)
        case m.Undo(rev=rev) | m.Redo(rev=rev):
            if port.told(_EVERYTHING).upto != rev + 1:
                return m.Refused(say("wire-stale"))
            turned = port.undo() if isinstance(request, m.Undo) else port.redo()
            return m.Refused(turned.why) if turned is not None else m.Done()
        case m.AskPaper(name=name):
            return m.Paper(port.paper(name))
        case m.AskAdvice():
            advice = port.advice()
            return (
                m.Refused(advice.why)
                if isinstance(advice, Turned)
                else m.Advised(advice, port.told(_EVERYTHING).upto - 1)
            )


def _line(message: m.Answer) -> bytes:
    return m.ANSWERS.dump_json(message) + b"\n"


def _fault(error: ValidationError) -> str:
    """The first fault, without what was sent."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}"[:200] if place else first["msg"][:200]


class WirePort:
    """A port whose seat is at the other end of `exchange`, which takes a line and gives the line that answers it.

    Everything that comes back is checked. Raises `WireError` if it is no answer to what was asked.
    """

    def __init__(self, exchange: Callable[[bytes], bytes]) -> None:
        self._exchange = exchange
        self._rev = -1
        hello = self._ask(m.SayHello(m.VERSION), m.Hello)
        if hello.version != m.VERSION:
            raise WireError(say("wire-version", ours=hello.version, theirs=m.VERSION))
        self.seat = hello.seat

    def _ask(self, request: m.Request, wanted: type[_T]) -> _T:
        """The answer to what is never refused."""
        found = self._try(request, wanted)
        if isinstance(found, m.Refused):
            raise WireError(found.why)
        return found

    def _try(self, request: m.Request, wanted: type[_T]) -> _T | m.Refused:
        try:
            found = m.ANSWERS.validate_json(self._exchange(m.REQUESTS.dump_json(request) + b"\n"), strict=True)
        except ValidationError as error:
            raise WireError(say("wire-answer", why=_fault(error))) from None
        if isinstance(found, (wanted, m.Refused)):
            return found
        raise WireError(found.why if isinstance(found, m.Error) else say("wire-answer", why=found.type))

    def _knows(self, rev: int) -> None:
        self._rev = max(self._rev, rev)

    @cached_property
    def sheet(self) -> GameSheet:
        """What everybody may know before the game."""
        return self._ask(m.AskSheet(), m.Sheet).sheet

    def page(self) -> SeatPage:
        """What the reader sees now."""
        page = self._ask(m.AskPage(), m.Page).page
        self._knows(page.rev)
        return page

    def asked(self) -> str:
        """The name of the decision that the seat is asked for now; empty if it is asked for none."""
        return self._ask(m.AskAsked(), m.Asked).question

    def question(self, draft: str = "") -> Question:
        """The question at a draft. Raises `ActionError` if nothing like it is asked."""
        found = self._try(m.AskQuestion(draft), m.Questioned)
        if isinstance(found, m.Refused):
            raise ActionError(found.why)
        return found.question

    def told(self, since: int) -> Told:
        """What happened after this many entries of the history."""
        told = self._ask(m.AskTold(since), m.Happened).told
        self._knows(told.upto - 1)
        return told

    def since(self) -> Digest | None:
        """What changed since the reader decided last; None before its first decision."""
        return self._ask(m.AskSince(), m.Since).since

    def round_over(self) -> RoundOver | None:
        """What all may read about the round that ended last; None in the first round."""
        return self._ask(m.AskRound(), m.Round).round

    def send(self, action: str, asked: str = "", id: str = "") -> Receipt | Turned:  # noqa: A002  (the name on the wire)
        """Take an action in its written form; a `Turned` says why it is not taken."""
        found = self._try(m.Send(action, asked, id), m.Taken)
        if isinstance(found, m.Refused):
            return Turned(found.why)
        self._knows(found.receipt.entry)
        return found.receipt

    def advice(self) -> Advice | Turned:
        """What the adviser of the seat would do now."""
        found = self._try(m.AskAdvice(), m.Advised)
        if isinstance(found, m.Refused):
            return Turned(found.why)
        self._knows(found.rev)
        return found.advice

    def undo(self) -> Turned | None:
        """Take back the last own action (R9.7)."""
        return self._back(m.Undo(self._rev))

    def redo(self) -> Turned | None:
        """Do again what was taken back."""
        return self._back(m.Redo(self._rev))

    def _back(self, request: m.Undo | m.Redo) -> Turned | None:
        found = self._try(request, m.Done)
        if isinstance(found, m.Refused):
            return Turned(found.why)
        self._rev += 1
        return None

    def paper(self, name: str) -> tuple[str, ...]:
        """A paper by its name; empty if there is none, or none for this reader."""
        return self._ask(m.AskPaper(name), m.Paper).lines
