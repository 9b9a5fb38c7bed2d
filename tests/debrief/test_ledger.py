"""The ledger: what each change of the text brought to whom, what every vote meant, what became of promises."""

from __future__ import annotations

from played import finished

from summit_game.debrief.model import Debrief
from summit_game.engine import events as ev
from summit_game.engine.actions import NO_PROMISE, PROMISE
from summit_game.engine.scoring import holding
from summit_game.table.opening import Sitting


def games(count: int = 12) -> list[tuple[Sitting, Debrief]]:
    return [finished(seed) for seed in range(count)]


def test_an_adopted_package_moves_the_values_by_its_deltas() -> None:
    adopted = 0
    for _, found in games():
        for vote in found.votes:
            before, after = found.moments[vote.moment - 1], found.moments[vote.moment]
            assert len(vote.deltas) == len(found.seats)
            if vote.changes and vote.passed:
                adopted += 1
                assert tuple(now - was for was, now in zip(before.values, after.values, strict=True)) == vote.deltas
                assert all(after.text[issue] == level for issue, level in vote.changes)
            elif vote.changes:
                assert after.text == before.text
    assert adopted > 20


def test_a_failed_package_shows_what_it_would_have_meant() -> None:
    failed = 0
    for played, found in games(6):
        for vote in found.votes:
            if vote.changes and not vote.passed:
                failed += 1
                text = list(found.moments[vote.moment].text)
                for issue, level in vote.changes:
                    text[issue] = level
                state = played.table.state
                for seat, delta in enumerate(vote.deltas):
                    value = holding(state, seat).value(text)
                    assert value - found.moments[vote.moment].values[seat] == delta
    assert failed > 10


def test_the_vote_on_signing_shows_the_surplus_of_the_text_over_no_deal() -> None:
    put = 0
    for _, found in games(30):
        for vote in found.votes:
            if not vote.changes:
                put += 1
                before = found.moments[vote.moment - 1]
                assert vote.deltas == tuple(
                    value - least for value, least in zip(before.values, before.walk_away, strict=True)
                )
    assert put > 3


def test_cards_count_every_concession_that_left_a_hand() -> None:
    for played, found in games(8):
        spent = [
            (event.seat, played.table.setting.gives[event.card][0])
            for event in played.table.events
            if isinstance(event, ev.CardSpent) and event.kind == ev.CONCESSION
        ]
        assert sum(row.cards for row in found.ledger) == len(spent)
        for row in found.ledger:
            assert row.cards == spent.count((row.seat, row.issue))
        places = [(row.seat, row.issue) for row in found.ledger]
        assert places == [(seat, issue) for seat in range(len(found.seats)) for issue in range(len(found.issues))]


def test_every_promise_stands_with_what_became_of_it() -> None:
    outcomes = set()
    for played, found in games(20):
        events = played.table.events
        made = [
            event
            for event in events
            if isinstance(event, ev.Acted) and event.action.verb == PROMISE and event.action.args[0] != NO_PROMISE
        ]
        checked = [event for event in events if isinstance(event, ev.PromiseChecked)]
        assert len(found.promises) == len(made)
        assert sum(each.kept is True for each in found.promises) == sum(each.kept for each in checked)
        assert sum(each.kept is False for each in found.promises) == sum(not each.kept for each in checked)
        for row, event in zip(found.promises, made, strict=True):
            assert (row.seat, found.moments[row.moment].seat) == (event.seat, event.seat)
            assert not row.words.startswith("Promise")
        outcomes |= {each.kept for each in found.promises}
    assert {True, False} <= outcomes
