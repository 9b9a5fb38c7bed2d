"""What happened since the last move: the difference of two pages, whole and nothing else; the page between rounds."""

from __future__ import annotations

from collections import Counter

import pytest

from seat.wiring import wired
from summit_game.bots.simple import SimpleBot
from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY, OVER, Ballot, Named
from summit_game.engine.play import start
from summit_game.engine.streams import Stream
from summit_game.engine.talk import only_to
from summit_game.engine.view import public_view, view
from summit_game.seat.digest import Digest, digest
from summit_game.seat.digest_lines import digest_lines
from summit_game.seat.objections import minded
from summit_game.seat.page import seat_page
from summit_game.seat.round_page import round_lines, round_over
from summit_game.seat.sheet import game_sheet
from summit_game.table.games_folder import Sitting
from summit_game.table.open_votes import OpenPort
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.words.happened import tell
from summit_game.words.names import Words, signed
from support import ALL_DECKS, DECK, game_of, random_walk, talking, the_deck

GAMES = [
    *(pytest.param(seats, DECK, id=f"{seats}-seats") for seats in (2, 4, 6)),
    *(pytest.param(max(the_deck(path).tables), path, id=path.name) for path in ALL_DECKS if path != DECK),
]


def differs(before, now) -> dict[str, object]:
    """What is not the same on two pages of one reader, found from the pages alone."""
    kinds = ("support", "credibility", "pressure")
    sides = {
        (zone, side): (there.there, now.zones[zone].units[side].there)
        for zone, each in enumerate(before.zones)
        for side, there in each.units.items()
    }
    levels = [
        (issue, *(each.level if each.agreed else -1 for each in both))
        for issue, both in enumerate(zip(before.text, now.text, strict=True))
    ]
    tracks = enumerate(zip(before.tracks, now.tracks, strict=True))
    delegations = enumerate(zip(before.delegations, now.delegations, strict=True))
    both = list(delegations)
    found = {
        "tracks": {(at, *pair) for at, pair in tracks if pair[0] != pair[1]},
        "delegations": {
            (kind, seat, getattr(old, name), getattr(new, name))
            for seat, (old, new) in both
            for kind, name in enumerate(kinds)
            if getattr(old, name) != getattr(new, name)
        },
        "issues": {each for each in levels if each[1] != each[2]},
        "units": {(side, zone, *pair) for (zone, side), pair in sides.items() if pair[0] != pair[1]},
        "monitors": {
            at for at, pair in enumerate(zip(before.zones, now.zones, strict=True)) if pair[1].monitor > pair[0].monitor
        },
    }
    if now.own is not None:
        found["worth"] = tuple(
            number
            for own in ("worth+goal", "no_deal+goal_away")
            for page in (before, now)
            for number in [sum(getattr(page.own, part) for part in own.split("+"))]
        )
        had = Counter(card.id for card in before.own.hand)
        found["drawn"] = sorted((Counter(card.id for card in now.own.hand) - had).elements())
    return found


def names_all(told: Digest, before, now, boards) -> None:
    """The digest has every change between the pages, and nothing else."""
    wanted = differs(before, now)
    assert {tuple(each) for each in told.tracks} == wanted["tracks"]
    assert {tuple(each) for each in told.delegations} == wanted["delegations"]
    assert {tuple(each)[:3] for each in told.issues} == wanted["issues"]
    assert {tuple(each) for each in told.units} == wanted["units"]
    assert set(told.monitors) == wanted["monitors"]
    for part in (told.tracks, told.delegations, told.issues, told.units, told.monitors):
        assert len(set(part)) == len(part)
    for moved in told.issues:
        assert moved.by == now.text[moved.issue].by
    old, new = boards
    shown = new.record[len(old.record) :]
    assert [(each.tabler, each.objectors, each.passed) for each in told.votes] == [
        (ballot.tabler, ballot.objectors, ballot.passed) for ballot in shown
    ]
    assert [[(issue, level) for issue, _, level in vote.changes] for vote in told.votes] == [
        list(ballot.changes) for ballot in shown
    ]
    assert {each.seat for each in told.named} <= {each.seat for each in new.named[len(old.named) :]}
    if now.own is None:
        assert told.worth is None
        assert not told.drawn
    else:
        assert tuple(told.worth) == wanted["worth"]
        assert sorted(told.drawn) == wanted["drawn"]


def said_all(words: Words, told: Digest) -> None:
    """The lines name each change and no track, zone or card that did not change."""
    sheet = game_sheet(words)
    lines = digest_lines(sheet, told, spoken=True)
    assert bool(lines) == (not told.empty)
    text = "\n".join(line.text for line in lines)
    moved = {each.track: each for each in told.tracks}
    for at, track in enumerate(sheet.tracks):
        if at in moved:
            assert f"{track.name} {signed(moved[at].now - moved[at].before)} to {moved[at].now}" in text
        else:
            assert f"{track.name} +" not in text
            assert f"{track.name} -" not in text
    zones = {each.zone for each in told.units}
    for at, zone in enumerate(sheet.zones):
        assert (f"\n{zone.name}: " in f"\n{text}") == (at in zones)
    touched = {issue for vote in told.votes for issue, _, _ in vote.changes} | {each.issue for each in told.issues}
    for at, issue in enumerate(sheet.issues):
        assert (f"{issue.id} from " in text) == (at in touched)
    for each in told.issues:
        assert f"to {each.now}" in text or f"{sheet.issues[each.issue].id} from {each.before} to brackets" in text
    assert text.count(" adopted") == sum(vote.passed and bool(vote.changes) for vote in told.votes)
    assert text.count(" failed.") == sum(not vote.passed and bool(vote.changes) for vote in told.votes)
    for card in told.drawn:
        assert card in text
    assert ("Pressure card" in text) == bool(told.pressed)
    assert ("goodwill step" in text) == bool(told.stepped)
    assert not set(text) & set("▲▼«→")


@pytest.mark.parametrize(("seats", "path"), GAMES)
def test_a_digest_is_the_difference_of_two_pages(seats: int, path) -> None:
    game = game_of(seats, deck=path)
    words = Words(game.setting, the_deck(path))
    last: dict[int, object] = {}
    compared = changed = 0
    for state, _, seat, action in random_walk(game, 5, "since"):
        if action is None:
            break
        for reader, now in ((seat, view(state, seat)), (NOBODY, public_view(state))):
            page = seat_page(words, now)
            if reader in last:
                old, before = last[reader]
                told = digest(old, now)
                assert told.seat == reader
                names_all(told, before, page, (old, now))
                said_all(words, told)
                compared += 1
                changed += not told.empty
            if reader != NOBODY or compared % 5 == 0:
                last[reader] = now, page
    assert compared > 30
    assert changed > 10


def test_nothing_is_told_where_nothing_changed() -> None:
    game = game_of(4)
    state, _ = start(game, 3)
    for now in (view(state, 0), public_view(state)):
        told = digest(now, now)
        assert told.empty
        assert digest_lines(game_sheet(Words(game.setting, the_deck(DECK))), told) == ()


# --- at a table -----------------------------------------------------------------------------------------------------


def a_table(seats: int = 4, seed: int = 3, people: tuple[int, ...] = (0,)) -> Sitting:
    game = game_of(seats)
    bots = {seat: SimpleBot(seed, str(seat)) for seat in range(seats) if seat not in people}
    table = Table(game, seed, bots)
    table.start()
    return Sitting("", the_deck(DECK), table)


def test_a_port_compares_with_what_its_seat_saw_when_it_decided_last() -> None:
    sitting = a_table(people=(0, 2))
    table, seen, chance = sitting.table, {}, Stream(1, "since")
    ports, decided = wired(sitting), 0
    words = Words(table.setting, sitting.deck)
    while (seat := table.waiting_person()) is not None:
        now = table.view(seat)
        told = LocalPort(table, words, seat).since()
        assert told == (digest(seen[seat], now) if seat in seen else None)
        assert ports[seat].since() == told
        seen[seat] = now
        others = table.aloud(seat)  # people speak to each other: no message goes to them alone (R19.1)
        table.submit(
            seat, chance.choice([each for each in now.legal() if not only_to(table.setting, seat, each, others)])
        )
        decided += 1
    assert decided > 20
    assert ports[NOBODY].since().worth is None


def test_taking_back_takes_back_what_is_new() -> None:
    sitting = a_table(2, people=(0, 1))
    table = sitting.table
    port = LocalPort(table, Words(table.setting, sitting.deck), 0)
    first = table.waiting_person()
    port = LocalPort(table, port.words, first)
    assert port.since() is None
    table.submit(first, table.view(first).legal()[0])
    assert port.since() is not None
    table.undo(first)
    assert port.since() is None


def test_an_open_page_tells_nothing_that_one_seat_alone_knows() -> None:
    sitting = a_table(2, people=(0, 1))
    table, chance = sitting.table, Stream(2, "open")
    port = OpenPort(table, Words(table.setting, sitting.deck), (0, 1))
    assert port.since() is None
    while table.state.round < 3 and (seat := table.waiting_person()) is not None:
        table.submit(seat, chance.choice(table.view(seat).legal()))
        told = port.since()
        assert told is None or (told.seat, told.worth, told.drawn) == (NOBODY, None, ())
    assert port.since() is not None


# --- where an objection lies ---------------------------------------------------------------------------------------


def objected(changes: tuple[tuple[int, int], ...], *named: Named, before: tuple[int, ...] | None = None):
    """A board on which seat 1 has objected to a package in round 1, and what it then named."""
    state, _ = start(game_of(4), 3)
    text = before or tuple(state.text)
    state.round = 1
    state.record = (Ballot(1, 0, changes, text, (1,), False),)
    state.named = named
    return state


def of_seat_1(state, within: bool) -> list[tuple[int, int]]:
    """Changes that lie within the mandate of seat 1, or beyond it."""
    spec = state.setting.seat_specs[1]
    rights = {right.issue for right in spec.rights}
    return [
        (issue, level)
        for issue in range(len(state.text))
        for level in range(1, len(spec.out[issue]))
        if issue not in rights
        and bool(spec.out[issue][level] or spec.red[issue][level]) != within
        and spec.out[issue][level] >= spec.out[issue][0]
    ]


def test_an_objection_lies_where_its_reason_was_named() -> None:
    state = objected(((0, 1), (2, 2)), Named(1, 1, 2, 3))
    assert minded(state, state.record[0], 1) == (2,)
    page = seat_page(Words(state.setting, the_deck(DECK)), public_view(state))
    assert [at for at, each in enumerate(page.text) if 1 in each.objectors] == [2]
    assert [(each.seat, each.level, each.round) for each in page.text[0].tried] == [(0, 1, 1)]


def test_an_objection_lies_where_the_package_leaves_the_mandate_if_nothing_was_named() -> None:
    plain, _ = start(game_of(4), 3)
    outside = of_seat_1(plain, within=False)[0]
    inside = next(each for each in of_seat_1(plain, within=True) if each[0] != outside[0])
    state = objected((inside, outside))
    assert minded(state, state.record[0], 1) == (outside[0],)
    other_round = objected((inside, outside), Named(2, 1, inside[0], inside[1]))
    assert minded(other_round, other_round.record[0], 1) == (outside[0],)


def test_no_issue_is_marked_where_nothing_public_tells_the_reason() -> None:
    plain, _ = start(game_of(4), 3)
    state = objected((of_seat_1(plain, within=True)[0],))
    assert minded(state, state.record[0], 1) == ()


# --- between two rounds ---------------------------------------------------------------------------------------------


def test_the_page_between_rounds_tells_what_happened_once_and_nothing_private() -> None:
    game = game_of(4)
    words = Words(game.setting, the_deck(DECK))
    past: list = []
    rounds: list[int] = []
    for state, events, _, _ in random_walk(game, 9, "page"):
        past += events
        page = round_over(words, past)
        if state.phase == OVER or state.round == 1:
            assert page is None
            continue
        if rounds and rounds[-1] == state.round:
            continue
        rounds.append(state.round)
        assert page.round == state.round - 1
        assert page.headline == words.cards[game.setting.events[state.news].id].title
        began = [at for at, event in enumerate(past) if isinstance(event, ev.RoundBegan)]
        of_round = past[began[-2] : began[-1]]
        checked = [tell(words, each) for each in of_round if isinstance(each, ev.PromiseChecked)]
        assert list(page.promises) == checked
        reckoned = next(at for at, each in enumerate(of_round) if isinstance(each, ev.ReckoningBegan))
        moved = [
            tell(words, each) for each in of_round[reckoned:] if isinstance(each, ev.TrackMoved | ev.SeatTrackMoved)
        ]
        assert [line for line in page.reckoning if line in moved] == moved
        text = "\n".join(line.text for line in round_lines(page))
        for kind, hands in enumerate(
            zip(*((own.proposals, own.concessions, own.pressure) for own in state.own), strict=True)
        ):
            cards = (game.setting.proposals, game.setting.concessions, game.setting.pressure)[kind]
            assert not any(cards[card].id in text for hand in hands for card in hand)
    assert len(rounds) > 3


def test_the_page_between_rounds_tells_which_words_were_kept_and_not_what_they_were() -> None:
    game = talking(4)
    words = Words(game.setting, the_deck(DECK))
    _, dealt = start(game, 3)
    past = [
        *dealt,
        ev.MessageSent(1, 0, 1, (), False),
        ev.UnderstandingKept(0, 1),
        ev.ReckoningBegan(1),
        ev.RoundBegan(2, 0),
    ]
    page = round_over(words, past)
    assert list(page.words) == [tell(words, ev.UnderstandingKept(0, 1))]
    assert not page.promises
    assert not page.headline
    assert not page.reckoning
    assert len(round_lines(page)) == 4


def test_a_round_page_goes_over_the_wire() -> None:
    sitting = a_table()
    table, ports = sitting.table, wired(sitting)
    local = LocalPort(table, Words(table.setting, sitting.deck))
    assert ports[NOBODY].round_over() is None
    while table.state.round == 1 and (seat := table.waiting_person()) is not None:
        table.submit(seat, table.view(seat).legal()[0])
    assert local.round_over() is not None
    assert ports[NOBODY].round_over() == local.round_over() == ports[0].round_over()
