"""What a delegation's own word, and the warnings of others, mean for what a bot does (R19.6, R19.8, R19.11)."""

from __future__ import annotations

from summit_game.bots.heard import WHOLE, reliability
from summit_game.bots.script import Personality
from summit_game.engine import actions as a
from summit_game.engine.board import DONE, OPEN, Changes, Exchange
from summit_game.engine.setting import CREDIBILITY
from summit_game.engine.streams import Stream
from summit_game.engine.talk import act_of, agreed_to, word
from summit_game.engine.view import View

POINT = 100
DEAR = 8 * POINT
"""A word that costs more than this to keep may be broken."""
FIRM, DOUBTED = 3, 1
"""Who is this firm does not heed a warning of somebody whose credibility is so low."""
_FIRM_POINTS = 2 * POINT
"""What carrying out a warning may cost, for each step of firmness."""
_PENALTIES = {a.PENALTY_OBJECT: 300, a.PENALTY_PRESS: 200, a.PENALTY_BUILD: 200, a.PENALTY_LEAVE: 500}
"""What each penalty is reckoned to cost, in hundredths of a point."""


class Bound:
    """What the seat of a view has taken upon itself and means to keep, and what it is warned of."""

    def __init__(self, view: View, who: Personality, seed: int) -> None:
        self.view = view
        self.who = who
        self.seed = seed
        self.acts = [self._act(each) for each in view.talk if self._open(each)]
        """Every open act of its own: its kind, and what it is about."""
        self.deeds = {self._act(each) for each in view.talk if self._open(each) and self.means(each.number)}
        """Those of them that it means to keep, whatever else it would do."""
        self.warnings = [each for each in view.talk if self._warns(each)]
        """Warnings of others that it heeds."""

    def _open(self, each: Exchange) -> bool:
        return each.said[1] == a.OFFER and agreed_to(each) and word(each, self.view.seat) == OPEN

    def _act(self, each: Exchange) -> tuple[int, int]:
        return self.view.setting.acts[act_of(each, self.view.seat)]

    def means(self, *about: int) -> bool:
        """Whether the seat means to keep a word, as often as its script says; the same whenever it is asked."""
        seat = self.view.setting.seat_ids[self.view.seat]
        return Stream(self.seed, "keeps", seat, *about).chance(self.who.talk.keep, 100)

    def _warns(self, each: Exchange) -> bool:
        view = self.view
        if each.said[1] != a.WARN or each.to != view.seat or each.words != (OPEN, OPEN):
            return False
        if self.who.talk.firm >= FIRM and view.seat_tracks[CREDIBILITY][each.seat] <= DOUBTED:
            return False
        believed = reliability(view, each.seat) if self.who.talk.memory else WHOLE
        return Stream(self.seed, "heeds", view.setting.seat_ids[view.seat], each.number).chance(believed, WHOLE)

    def _warned(self, kind: int) -> bool:
        return any(self.view.setting.acts[each.said[3]][0] == kind for each in self.warnings)

    def orders_barred(self) -> set[int]:
        """Orders that its word, or a warning, rules out."""
        barred = {a.BUILD, a.EXERCISE} if (a.ACT_HOLD, -1) in self.deeds else set()
        return barred | ({a.BUILD} if self._warned(a.ACT_BUILD) else set())

    def verbs_barred(self) -> set[int]:
        """Verbs of the floor that its word, or a warning, rules out."""
        quiet = (a.ACT_QUIET, -1) in self.deeds or self._warned(a.ACT_PRESS)
        return {a.PRESS} if quiet else set()

    def warned_off(self, changes: Changes) -> int:
        """What a package costs for the warnings that it would run into, in hundredths of a point."""
        setting = self.view.setting
        return sum(
            _PENALTIES[each.said[4]]
            for each in self.warnings
            if setting.acts[each.said[3]][0] == a.ACT_TABLE
            and setting.changes[setting.acts[each.said[3]][1]] in changes
        )

    def to_table(self) -> set[tuple[int, int]]:
        """Changes that it has agreed to table."""
        return {self.view.setting.changes[at] for kind, at in self.deeds if kind == a.ACT_TABLE}

    def gives_word(self, tabler: int, changes: Changes) -> bool:
        """Whether an objection to a package would break its word."""
        view, keeper = self.view, self.view.rules.words
        return bool(view.talk) and keeper is not None and keeper.word_given(view, view, view.seat, tabler, changes)

    def keeps_silent(self, tabler: int, changes: Changes, cost: int) -> bool:
        """Whether it lets a package pass because of its word, which costs it so much to keep."""
        return self.gives_word(tabler, changes) and (cost <= DEAR or self.means(len(self.view.record), tabler))

    def carries_out(self, penalty: int, cost: int, package: Changes | None = None, tabler: int = -1) -> bool:
        """Whether a warning of its own has fallen due, whose penalty costs it no more than it is firm."""
        if cost > _FIRM_POINTS * self.who.talk.firm:
            return False
        return any(
            each.said[1] == a.WARN
            and each.seat == self.view.seat
            and each.words[0] == OPEN
            and each.said[4] == penalty
            and tabler in (-1, each.to)
            and (each.words[1] == DONE or (package is not None and self._done_by(each, package)))
            for each in self.view.talk
        )

    def _done_by(self, warning: Exchange, package: Changes) -> bool:
        setting = self.view.setting
        kind, at = setting.acts[warning.said[3]]
        return kind == a.ACT_TABLE and setting.changes[at] in package
