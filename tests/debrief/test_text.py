"""A debrief as plain text: a golden one, everything in it, nothing that could steer a terminal."""

from __future__ import annotations

import re
from dataclasses import fields

from played import finished
from small import SHOWN, golden, hostile, small

from summit_game.debrief.forms.text import WIDTH, text
from summit_game.debrief.model import PUBLIC, Debrief


def flat(written: str) -> str:
    """The text without its line breaks."""
    return " ".join(written.split())


def numbers(value: object) -> set[int]:
    """Every number in a piece of a debrief, without those that name something."""
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, int):
        return {abs(value)}
    if isinstance(value, tuple):
        return set().union(*map(numbers, value))
    if hasattr(value, "__dataclass_fields__"):
        return set().union(*(numbers(getattr(value, each.name)) for each in fields(value)))
    return set()


def test_the_small_debrief_is_written_as_before() -> None:
    assert text(small()) == golden("debrief-small.txt", text(small()))


def test_no_line_is_too_long_and_nothing_is_drawn() -> None:
    for debrief in (small(), hostile(), finished(2)[1]):
        lines = text(debrief).splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert not re.search(r"[\u2500-\u259f|]{2}|\x1b", text(debrief))


def test_all_numbers_of_results_ledger_votes_and_deals_are_said() -> None:
    for debrief in (small(), finished(2)[1], finished(6)[1]):
        assert debrief.deals is not None
        said = {int(each) for each in re.findall(r"\d+", text(debrief))}
        d = debrief.deals
        wanted = numbers(tuple(tuple(each) for each in debrief.scores)) | numbers(tuple(map(tuple, debrief.fits)))
        wanted |= numbers(tuple((row.gained, row.given, row.cards) for row in debrief.ledger))
        wanted |= numbers(tuple(vote.deltas for vote in debrief.votes))
        wanted |= numbers((d.texts, d.signable, d.zone, d.zone_minus_one, d.pareto, d.pareto_in_zone, d.dominating))
        wanted |= numbers((d.best, d.walk_away, tuple((each.values, each.surplus) for each in d.named)))
        wanted |= numbers(tuple(each.gains for each in d.single)) | numbers(tuple(each.surplus for each in d.closest))
        wanted |= numbers(tuple((share.count,) for each in debrief.whatifs for share in each.shares))
        assert wanted - said == set()


def test_the_lines_that_are_shown_add_up() -> None:
    for debrief in (small(), finished(2)[1], finished(4)[1]):
        shown = text(debrief)
        heads = [f"{debrief.endings[each.ending]}: {each.points} of 100" for each in debrief.fits]
        heads += [f"{debrief.seats[each.seat]}: {each.points} points, surplus" for each in debrief.scores]
        for head in heads:
            after = shown.split(f"\n{head}", 1)[1].split("\n\n")[0]
            lines = re.findall(r": ([+-]\d+) \(", flat(after))
            total = int(re.search(r": (-?\d+) ", head)[1])  # type: ignore[index]
            assert sum(map(int, lines)) == total, head


def test_who_objected_and_who_paid_is_said() -> None:
    shown = flat(text(small()))
    assert "Objections: Northshore; Who pays: Northshore; Northshore: -14; Southshore: +12" in shown
    assert "2 promises: 1 kept, 1 broken." in shown


def test_what_really_happened_stands_beside_the_tables_text_with_source_and_date() -> None:
    for wanted in ("A quota for each shore", "Treaty of 1921, Article 4", "3 May 1921", "Letter of 3 May"):
        assert wanted in flat(text(small()))


def test_hostile_text_is_shown_and_steers_nothing() -> None:
    shown = text(hostile())
    assert flat(SHOWN) in flat(shown)
    assert all(char == "\n" or char.isprintable() for char in shown)


def test_an_unfinished_game_shows_no_points_of_anybody() -> None:
    d = small()
    public = Debrief(
        **{
            **vars(d), "shown": PUBLIC, "ending": -1, "scores": (), "winners": (), "ledger": (), "deals": None,
            "whatifs": (), "note": "The game is not over.",
        }
    )  # fmt: skip
    shown = text(public)
    assert "The game is not over." in shown
    assert "WHAT EACH DELEGATION REACHED" not in shown
    assert "THE DEALS THAT WERE POSSIBLE" not in shown
