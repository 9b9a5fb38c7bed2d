"""The port of a seat at a table in this process."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.engine.board import NOBODY, Board
from summit_game.engine.notation import ActionError, parse_action
from summit_game.engine.refusal import Refused
from summit_game.engine.view import View, public_view, view
from summit_game.language.catalogue import say
from summit_game.seat.advice import Advice
from summit_game.seat.ask import question_at
from summit_game.seat.digest import Digest, digest
from summit_game.seat.page import RoundOfUnits, SeatPage, Sitting, seat_page
from summit_game.seat.port import Receipt, Told, Turned
from summit_game.seat.question import Question
from summit_game.seat.round_page import RoundOver, round_over
from summit_game.seat.sheet import GameSheet, game_sheet
from summit_game.seat.zonemap.characters import PLAIN, legend, plain
from summit_game.seat.zonemap.course import rounds_of_units
from summit_game.seat.zonemap.layout import SMALL
from summit_game.seat.zonemap.model import has_map, page_map
from summit_game.table.advice import said
from summit_game.table.beats import beats
from summit_game.table.entry import MOVE
from summit_game.table.history import START
from summit_game.table.log import is_only_order
from summit_game.table.table import Table
from summit_game.words import papers
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words
from summit_game.words.talk_paper import talked

_PUBLIC = {"text": papers.treaty, "mandates": papers.mandates, "map": papers.the_map, "zones": papers.the_map}
_PRIVATE = {"brief": papers.brief, "cards": papers.cards, "score": papers.standing, "talk": talked}


class LocalPort:
    """A seat of a table, or with `NOBODY` the public's place at it."""

    def __init__(self, table: Table, words: Words, seat: int = NOBODY) -> None:
        self.table = table
        self.words = words
        self.seat = seat
        self._sheet: GameSheet | None = None
        self._rounds: tuple[int, tuple[RoundOfUnits, ...]] = (START, ())
        """The place in the history, and the rounds of units up to it."""

    @property
    def sheet(self) -> GameSheet:
        """What everybody may know before the game."""
        if self._sheet is None:
            self._sheet = game_sheet(self.words)
        return self._sheet

    def _board(self) -> Board:
        return self.table.public() if self.seat == NOBODY else self.table.view(self.seat)

    def page(self) -> SeatPage:
        """What the reader sees now."""
        return seat_page(self.words, self._board(), self._sitting())

    def _sitting(self) -> Sitting:
        table = self.table
        halt = "" if table.over else "ended" if table.ended else "paused" if table.paused else ""
        rev, adviser = len(table.history.entries) - 1, table.advises and self.seat in table.asks_now
        return Sitting(rev, table.asks_now, halt, played_by(table, self.seat), adviser, self._rounds_now())

    def _rounds_now(self) -> tuple[RoundOfUnits, ...]:
        history = self.table.history
        if self._rounds[0] != history.tip:
            self._rounds = (history.tip, rounds_of_units(self.words, history.events()))
        return self._rounds[1]

    def asked(self) -> str:
        """The name of the decision that the seat is asked for now; empty if it is asked for none."""
        return self.table.decision(self.seat) if self.seat in self.table.asks_now else ""

    def question(self, draft: str = "") -> Question:
        """The question at a draft. Raises `ActionError` if nothing like it is asked."""
        board = self._board()
        if not isinstance(board, View) or self.seat not in self.table.asks_now:
            raise ActionError(say("table-nothing-asked"))
        return question_at(self.words, board, draft, self.table.aloud(self.seat))

    def told(self, since: int) -> Told:
        """What happened after this many entries of the history."""
        entries = self.table.history.entries
        fresh = entries[max(0, since) :]
        new = (
            beat
            for entry in fresh
            for beat in beats(self.words, self.table.history, entry, self.seat, self.table.voices)
        )
        return Told(len(entries), tuple(new))

    def since(self) -> Digest | None:
        """What changed since the reader decided last; None before its first decision."""
        return self._since(self.seat)

    def _since(self, seat: int) -> Digest | None:
        """What changed, for this reader, since the last decision of a seat (-1: of anybody) on the line of play."""
        table = self.table
        own = (each for each in table.history.line() if each.kind == MOVE and seat in (each.seat, NOBODY))
        moves = [each for each in own if not is_only_order(each)]  # Nobody looked at anything when the table gave it.
        if not moves:
            return None
        then = table.history.state(table.game, table.seed, table.history.before(moves[-1].number))
        return digest(public_view(then) if self.seat == NOBODY else view(then, self.seat), self._board())

    def round_over(self) -> RoundOver | None:
        """What all may read about the round that ended last; None in the first round."""
        return round_over(self.words, self.table.events)

    def send(self, action: str, asked: str = "", id: str = "") -> Receipt | Turned:  # noqa: A002  (the name on the wire)
        """Take an action in its written form; a `Turned` says why it is not taken."""
        if self.seat == NOBODY:
            return Turned(say("table-spectator"))
        try:
            taken = parse_action(self.table.setting, action)
            return Receipt(id, self.table.move(self.seat, taken, move_id=id, question=asked))
        except ActionError as why:
            return Turned(str(why))
        except Refused as refused:
            return Turned(refusal_text(refused.refusal))

    def advice(self) -> Advice | Turned:
        """What the adviser of the seat would do now; asking is noted, and all are told of it."""
        if self.seat == NOBODY:
            return Turned(say("table-spectator"))
        try:
            seen = self.table.advice(self.seat)
        except Refused as refused:
            return Turned(refusal_text(refused.refusal))
        try:
            return said(self.words, seen)
        except Exception:
            # It is a bot, and rule modules of others are in it: whatever it does, the people can play on.
            return Turned(say("adviser-none"))

    def undo(self) -> Turned | None:
        """Take back the last own action (R9.7)."""
        return self._back(self.table.undo)

    def redo(self) -> Turned | None:
        """Do again what was taken back."""
        return self._back(self.table.redo)

    def _back(self, how: Callable[[int], None]) -> Turned | None:
        if self.seat == NOBODY:
            return Turned(say("table-spectator"))
        try:
            how(self.seat)
        except Refused as refused:
            return Turned(refusal_text(refused.refusal))
        return None

    def paper(self, name: str) -> tuple[str, ...]:
        """A paper by its name; empty if there is none, or none for this reader."""
        board = self._board()
        if name in _PUBLIC:
            return (*_PUBLIC[name](self.words, board), *(self._drawn() if name == "map" else ()))
        return tuple(_PRIVATE[name](self.words, board)) if name in _PRIVATE and isinstance(board, View) else ()

    def _drawn(self) -> list[str]:
        """The map in plain characters, below what says the same in words; nothing if the deck has no boxes."""
        if not has_map(self.sheet.zones):
            return []
        shown = page_map(self.sheet, self.page())
        return [say("map-drawn"), *plain(shown, SMALL, PLAIN), *legend(shown, 2 * SMALL[0], PLAIN)]


def played_by(table: Table, reader: int) -> dict[int, str]:
    """Who plays each delegation, as a reader is told."""
    result = {}
    for seat, sitter in table.sitters.items():
        person = say("sitting-you") if seat == reader else str(sitter) if sitter.people else say("sitting-person")
        result[seat] = say("sitting-short-bot", kind=sitter.kind) if sitter.bot else person
    return result
