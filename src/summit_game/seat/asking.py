"""Rows of questions: what every question about a view needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from summit_game.engine.actions import Action
from summit_game.engine.board import Changes as Numbers
from summit_game.engine.notation import action_text
from summit_game.engine.talk import only_to
from summit_game.engine.verbs import Arg, Kind, Verb, code_of, ever, ids_of, values_of
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat import draft as drafts
from summit_game.seat.draft import Part
from summit_game.seat.meaning import changes_of, meaning, package_meaning
from summit_game.seat.question import Changes, Row, Said
from summit_game.words.explained import label, verb_explained
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words

HANDS = {Kind.PROPOSAL: "proposals", Kind.CONCESSION: "concessions", Kind.PRESSURE: "pressure"}


class Asking:
    """One view that is asked. `aloud`: delegations whose people it speaks to aloud: it sends them no message."""

    def __init__(self, words: Words, view: View, aloud: Collection[int] = ()) -> None:
        self.words = words
        self.view = view
        self.setting = words.setting
        self.aloud = aloud
        legal = view.legal()
        self.legal = [each for each in legal if not only_to(self.setting, view.seat, each, aloud)] if aloud else legal
        self.who = words.seats[view.seat]

    def _verbs(self) -> Iterator[Verb]:
        phase, seat = self.view.phase, self.view.seat
        here = (verb for verb in self.setting.verbs if phase in verb.phases and ever(self.setting, seat, verb))
        return (verb for verb in here if self._in_play(verb))

    def _in_play(self, verb: Verb) -> bool:
        """Whether the deck has not set the number to 0 that says what the verb wins, such as `spend`."""
        return all(spec.numbers.get(verb.id) != 0 for spec in self.setting.modules if spec.id == verb.module)

    def _verb(self, verb: Verb) -> Row:
        mine = [action for action in self.legal if code_of(action) == verb.code]
        name, word = label(verb), verb.id.split()[-1]
        if not verb.args:
            row = self._row(drafts.action_of(verb, ()), name)
            return replace(row, word=word) if mine else replace(row, word=word, lines=(self._explained(verb),))
        lines = (self._explained(verb),)
        if not mine:
            return Row(name, word, refusal=self._why_not(self._sample(verb, [])), lines=lines)
        return Row(say("ask-leads-on", verb=name), word, draft=verb.id, lines=lines)

    def _candidates(self, arg: Arg, chosen: Sequence[Part]) -> Sequence[int]:
        """What an argument could be for this delegation, allowed or not: cards in hand, levels of the issue."""
        if arg.kind in HANDS:
            return tuple(dict.fromkeys(getattr(self.view, HANDS[arg.kind])))
        if arg.kind is Kind.LEVEL:
            return range(self.setting.issues[chosen[-1][0]].levels) if chosen and chosen[-1] else range(1, 2)
        return range(len(ids_of(self.setting, arg)))

    def _fitting(self, verb: Verb, parts: Sequence[Part]) -> list[Action]:
        """Legal actions that begin with these parts."""
        begin = tuple(chain.from_iterable(parts))
        return [
            action for action in self.legal if code_of(action) == verb.code and values_of(action)[: len(begin)] == begin
        ]

    def _sample(self, verb: Verb, parts: Sequence[Part]) -> Action:
        """Some action with these parts, to ask why there is none that is legal."""
        filled = list(parts)
        for arg in verb.args[len(parts) :]:
            found = list(self._candidates(arg, filled)) or [0]
            filled.append(tuple((found * arg.least)[: arg.least]))
        return drafts.action_of(verb, filled)

    def _why_not(self, action: Action) -> str:
        refusal = self.view.refusal(action)
        return refusal_text(refusal) if refusal is not None else say("ask-not-now")

    # --- rows -------------------------------------------------------------------------------------------------

    def _row(self, action: Action, name: str) -> Row:
        """An action that can be sent, or the reason why not."""
        lines, changes = meaning(self.words, self.view, action), self._changes(action)
        if action not in self.legal:
            return Row(name, refusal=self._why_not(action), lines=lines, changes=changes)
        verb = self.setting.verb(action)
        assert verb is not None
        written = action_text(self.setting, action)
        return Row(name, action=written, twice=verb.asks_twice, lines=lines, changes=changes)

    def _shown(self, row: Row, action: Action) -> Row:
        """The row with what a package that is being built would mean."""
        if not self._changes(action):
            return row
        return replace(row, lines=meaning(self.words, self.view, action), changes=self._changes(action))

    def _partly(self, row: Row, verb: Verb, action: Action) -> Row:
        """A row on the way to an action: what the level would mean, and its text."""
        changes = changes_of(self.view, action)
        if not changes:
            return replace(row, lines=(self._explained(verb),))
        issue, level = changes[0]
        text = Said(self.words.deck.issues[issue].levels[level].text, "dim")
        lines = (*package_meaning(self.words, self.view, changes, self.view.seat), text)
        return replace(row, lines=lines, changes=self._named(changes))

    def _explained(self, verb: Verb) -> Said:
        return Said(verb_explained(self.words, verb))

    def _changes(self, action: Action) -> Changes:
        return self._named(changes_of(self.view, action))

    def _named(self, changes: Numbers) -> Changes:
        return tuple((self.setting.issue_ids[issue], level) for issue, level in changes)

    def _name(self, arg: Arg, value: int, chosen: Sequence[Part]) -> str:
        """What an argument could be, in a row."""
        setting = self.setting
        if arg.kind is Kind.ISSUE:
            spec = setting.issues[value]
            return say("ask-row-issue", id=spec.id, title=spec.title, level=self.view.level(value))
        if arg.kind is Kind.LEVEL and chosen:
            issue = chosen[-1][0]
            title = self.words.deck.issues[issue].levels[value].title
            return f"{setting.issues[issue].id} {value}  {title}"
        if arg.kind in HANDS:
            card_id = ids_of(setting, arg)[value]
            return f"{card_id}  {self.words.cards[card_id].title}"
        return self.words.value(arg, value)

    def _spotted(self, how: str, arg: Arg, value: int) -> tuple[str, str]:
        """A card on a page of marks, with the issue and level it sets; and its id."""
        if arg.kind not in (Kind.PROPOSAL, Kind.CONCESSION):
            return self.words.value(arg, value), ids_of(self.setting, arg)[value]
        spec = (self.setting.proposals if arg.kind is Kind.PROPOSAL else self.setting.concessions)[value]
        spot = f"{self.setting.issues[spec.issue].id} {spec.level}"
        title = self.words.cards[spec.id].title
        if how:
            return say(f"ask-row-{how}", spot=spot, title=title), spec.id
        return f"{spec.id}  {spot}  {title}", spec.id

    def _worded(self, what: str, verb: Verb, tail: str, **values: object) -> str:
        """A sentence for this verb if the catalogue has one, or else one for all verbs."""
        slug = verb.id.replace(" ", "-")
        try:
            return say(f"{what}-{slug}{tail}", **values)
        except LookupError:
            if what == "ask" and tail:
                return say("ask-which", kind=say("ask-kind", kind=tail[1:]))
            return say("ask-marks" if what == "ask" else what)


def first_possible(rows: Sequence[Row]) -> int:
    """Where the cursor is at first. Rows never change places, so that a digit means the same all through a game."""
    return next((at for at, row in enumerate(rows) if not row.refusal), 0)
