"""What a session in plain text tells: what happened, since when, and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, repeat

from summit_game.deck.models import Deck
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.plain.lines import put_together
from summit_game.plain.terminal import Terminal
from summit_game.seat.digest_lines import digest_lines
from summit_game.seat.port import Port
from summit_game.seat.round_page import round_lines, round_title
from summit_game.seat.sheet import GameSheet
from summit_game.table.course import Course
from summit_game.table.games_folder import Sitting
from summit_game.table.table import Table
from summit_game.words import papers


class Telling:
    """A table and those who read its lines. `people` are the seats played by people, and what to call them."""

    def __init__(self, deck: Deck, table: Table, people: Mapping[int, str], terminal: Terminal, saved_as: str) -> None:
        self.table = table
        self.people = dict(people)
        self.terminal = terminal
        self.course = Course(Sitting(saved_as, deck, table))
        self.words = self.course.words
        self.saved_as = saved_as
        self._ended_at: int | None = None
        self._reader = NOBODY
        """Whose knowledge is written now; with several people, nobody's while the machine changes hands."""
        self._begun = 0
        """How many entries of the history there were when this person, or these people, sat down."""
        self._told: dict[int, int] = {}
        """Reader -> how many entries of the history have been told to it."""
        self._round = 0
        self._page_of = 0
        """The round that had begun when the page between two rounds was last due."""
        self._trouble: str | None = None

    def say(self, *lines: str) -> None:
        """Write lines, literally: nothing in a deck or a name can steer the terminal."""
        for line in lines:
            self.terminal.write(line)

    @property
    def _sheet(self) -> GameSheet:
        return self.course.port(NOBODY).sheet

    def _show_end(self) -> None:
        """The ending, once for each time that the game is over."""
        if self._ended_at != self.table.history.tip:
            self._ended_at = self.table.history.tip
            self.say("", *papers.the_end(self.words, self.table.state))
            self.say(say("plain-seed", seed=self.table.seed))

    def _reads(self) -> int:
        """Who reads what is written now: one person alone always, or else who has the machine."""
        return next(iter(self.people)) if len(self.people) == 1 else self._reader

    def log(self) -> list[str]:
        """What happened so far, as whoever reads may know it."""
        return self._lines(0)

    def _lines(self, since: int, small: bool = True) -> list[str]:
        """What happened after so many entries, with what is `small` or without."""
        reader = self._reads()
        told = self.course.port(reader).told(since)
        self._told[reader] = told.upto
        shown = (beat for beat in told.beats if beat.vote == NOBODY)
        told_once = groupby(
            line
            for beat in shown
            for line, is_small in zip(beat.lines, beat.small or repeat(False), strict=False)
            if small or not is_small
        )
        counted = ((line, len(list(same))) for line, same in told_once)
        return [line if times == 1 else say("plain-times", line=line, times=times) for line, times in counted]

    def _tell(self) -> None:
        """Write what happened since the reader was last told."""
        since = self._told.get(self._reads(), self._begun)
        lines = self._lines(since, small=False)
        alone = len(self.people) == 1 or self._reader == NOBODY
        self.say(*(put_together(lines, self._round_page()) if alone else lines))
        trouble, new_round = self.table.trouble, self.table.state.round != self._round
        self._round = self.table.state.round
        if trouble != self._trouble or (trouble and new_round):
            self.say("", say("plain-attention", trouble=trouble) if trouble else say("plain-saved-again"), "")
            self._trouble = trouble

    def _round_page(self) -> list[str]:
        """The page between two rounds with an empty line before it, once when a round has begun; else nothing."""
        before, self._page_of = self._page_of, self.table.state.round
        page = self.course.port(NOBODY).round_over() if before and self._page_of > before else None
        return ["", round_title(page), *(text for text, _ in round_lines(page))] if page is not None else []

    def _tell_since(self, port: Port) -> None:
        """What changed since the last move of whoever is asked; nothing if nothing did."""
        told = port.since()
        lines = digest_lines(port.sheet, told, spoken=True) if told is not None else ()
        if lines:
            title = say("since-plain-all") if port.seat == NOBODY else say("since-plain")
            self.say(title, *(f"  {text}" for text, _ in lines))

    def _name(self, seat: int) -> str:
        """The delegation of a seat, after the person's own name if it has one."""
        label, role = self.people[seat], self.words.seats[seat]
        return role if label == role else say("plain-person", person=label, who=role)

    def kept(self, key: str) -> str:
        """A sentence, and how to find the game again."""
        if lost := self.table.lost(self.saved_as):
            return f"{say(key)} {lost}"
        return f"{say(key)} {say('plain-saved', id=self.saved_as)}" if self.saved_as else say(key)
