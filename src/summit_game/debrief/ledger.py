"""Who gave what and gained what by the changes of the text; every vote that was shown, and every promise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from summit_game.debrief.board import Capital
from summit_game.debrief.model import LedgerRow, Moment, Points, PromiseRow, VoteRow
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.scoring import Holding, no_deal
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.table.entry import Entry
from summit_game.words.names import Words


class VoteBook:
    """Votes, promises and the votes of capitals, written down as the events pass by."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.votes: list[VoteRow] = []
        self.promises: list[PromiseRow] = []
        self.capitals: list[Capital] = []
        self._voters: tuple[int, ...] = ()
        self._short = 0
        """By how much the capital that hesitates fell short at first."""
        self._open: dict[tuple[int, int], int] = {}
        """(seat, kind) -> place of the promise that is open."""

    def see(self, moment: int, event: Event, state: State, held: Sequence[Holding]) -> None:
        """Take in an event of a moment. `state` is as it was before it; `held` is empty if only public."""
        match event:
            case ev.PackageTabled() | ev.PackageAmended() | ev.QuestionPut() | ev.StepAsked():
                self._voters = event.voters
            case ev.CapitalHesitated():
                self._short = event.short
            case ev.CapitalVoted():
                self._capital(moment, event, state)
            case ev.VotesShown():
                self._vote(moment, event, state, held)
            case ev.Acted(seat, a.Action(a.PROMISE, args)) if args[0] != a.NO_PROMISE:
                self._open[seat, args[0]] = len(self.promises)
                words = self.words.promise(args)
                self.promises.append(PromiseRow(moment, state.round, seat, words, None))
            case ev.PromiseChecked(seat, kind, kept):
                place = self._open.pop((seat, kind), None)
                if place is not None:
                    self.promises[place] = replace(self.promises[place], kept=kept)

    def _vote(self, moment: int, event: ev.VotesShown, state: State, held: Sequence[Holding]) -> None:
        package = state.package
        tabler, changes = (state.asker, ()) if package is None else (package.tabler, package.changes)
        after = list(state.text)
        for issue, level in changes:
            after[issue] = level
        deltas: Points = tuple(
            each.value(after) - (each.value(state.text) if changes else no_deal(state, seat, each))
            for seat, each in enumerate(held)
        )
        words = self.words.changes(changes) if changes else say("debrief-signing")
        self.votes.append(
            VoteRow(
                moment, state.round, tabler, changes, words, event.objectors, event.passes, deltas, self._voters,
            )
        )  # fmt: skip

    def _capital(self, moment: int, event: ev.CapitalVoted, state: State) -> None:
        hesitation, rules = state.hesitation, state.rules.capitals
        covered = self._short - hesitation.short if hesitation is not None and hesitation.seat == event.seat else 0
        need = 0 if rules is None else rules.need
        self.capitals.append(
            Capital(
                moment, state.round, event.seat, event.support, event.draw, event.penalty, covered, need,
                event.ratified,
            )
        )  # fmt: skip


def moved(held: Holding, issue: int, before: int, after: int) -> int:
    """Points that a change of one issue brings; brackets count as level 0."""
    row = held.brief.values[issue]
    return row[max(0, after)] - row[max(0, before)]


def ledger(
    words: Words, entries: Iterable[Entry], moments: Sequence[Moment], held: Sequence[Holding]
) -> list[LedgerRow]:
    """A row for each delegation and issue, over all changes of the text from brackets on."""
    setting = words.setting
    issues = range(len(setting.issues))
    texts = [(-1,) * len(setting.issues), *(each.text for each in moments)]
    gained = {(seat, issue): 0 for seat in range(len(held)) for issue in issues}
    given, cards = dict(gained), dict(gained)
    for before, after in pairwise(texts):
        for issue in issues:
            if before[issue] != after[issue]:
                for seat, each in enumerate(held):
                    points = moved(each, issue, before[issue], after[issue])
                    (gained if points > 0 else given)[seat, issue] += abs(points)
    for entry in entries:
        for event in entry.events:
            if isinstance(event, ev.CardSpent) and event.kind == ev.CONCESSION and held:
                cards[event.seat, setting.gives[event.card][0]] += 1
    return [LedgerRow(*place, gained[place], given[place], cards[place]) for place in gained]
