"""The example of the rule book is a game that can be played again: every move and every figure in it."""

from __future__ import annotations

import re

import pytest

from book import tables
from book.played_again import MOVES, SEED, played_again
from summit_game.engine import events as ev
from summit_game.engine.scoring import scores
from summit_game.engine.setting import ENDINGS, SETTLEMENT
from support import RULES

HEADING = "## A whole game"
SEAT = "RU|US|WE|UA"
TRACK = "tension|trust|cohesion|onlooker|rivalry"
ISSUE = "ENL|DEP|MIS|EXE|CON|DES"
COMES_TO = r"(?:is |stays |stands at )?"
MOVES_TO = r"((?:rises|falls) to )?"
FIGURES = {
    "track": re.compile(rf"\b({TRACK}) {MOVES_TO}{COMES_TO}(\d+)", re.IGNORECASE),
    "home": re.compile(rf"\b((?:support|credibility|pressure) of (?:{SEAT})) {MOVES_TO}{COMES_TO}(\d+)", re.IGNORECASE),
    "issue": re.compile(rf"\b({ISSUE}) {COMES_TO}(\d)\b"),
    "short": re.compile(rf"\bcapital of ({SEAT}) falls short by (\d)"),
    "standoff": re.compile(r"\b(stand-off level) (\d)"),
    "units": re.compile(r"\b(\d+) (units)"),
    "round": re.compile(r"\b[Rr]ounds? (\d)(?: and (\d))?"),
}


def chapter() -> str:
    book = RULES.read_text(encoding="utf-8")
    start = book.index(HEADING)
    return book[start : book.index("\n## ", start)]


def prose() -> list[str]:
    """Running text and moves by turns, without tables and clauses; a move begins with its delegation."""
    lines = "\n".join(line for line in chapter().splitlines() if not line.startswith("|"))
    whole = " ".join(lines.split())
    for clauses in (r"\bR\d+\.\d+[a-z]?\b", rf"{re.escape(tables.all_fits())}", rf"seed {SEED}\b", r"the 2021 deck"):
        assert re.search(clauses, whole), clauses
        whole = re.sub(clauses, "", whole)
    return re.split(rf"`((?:{SEAT}): [^`]*)`", whole)


def told() -> list[tuple[str, range]]:
    """Each piece of running text with the moments it speaks of: from the move before it to the move after it."""
    moves = [moment.move for moment in played_again().moments]
    parts, at, found = prose(), 0, []
    for number in range(0, len(parts), 2):
        if number + 1 == len(parts):
            found.append((parts[number], range(at, len(moves))))
            break
        following = moves.index(parts[number + 1], at + 1)
        found.append((parts[number], range(at, following)))
        at = following
    return found


def test_the_moves_end_in_a_treaty_after_one_that_failed() -> None:
    played = played_again()
    assert ENDINGS[played.state.ending] == "settlement"
    kinds = [type(each) for moment in played.moments for each in moment.events]
    assert kinds.index(ev.SigningFailed) < kinds.index(ev.TreatyInForce)
    assert len(MOVES.read_text(encoding="utf-8").splitlines()) == len(played.moments) - 1


def test_every_move_that_is_told_was_made_in_this_order() -> None:
    assert len(told()) > 40  # `index` in `told` fails for a move that was not made


@pytest.mark.parametrize("number", range(len(told())))
def test_every_figure_in_the_text_stood_on_the_table_then(number: int) -> None:
    text, moments = told()[number]
    played = played_again()
    seen: dict[str, set[int]] = {}
    for at in moments:
        for name, values in played.moments[at].seen.items():
            seen.setdefault(name, set()).update(values)
    for kind, pattern in FIGURES.items():
        for match in pattern.finditer(text):
            words = [each for each in match.groups() if each]
            if kind == "round":
                rounds = {played.moments[at].round for at in moments}
                reached = {moment.round for moment in played.moments[: moments.stop]}
                assert {int(each) for each in words} <= reached | {max(rounds) + 1}, match[0]
                continue
            name, value = (words[1], words[0]) if kind == "units" else (" ".join(words[:-1]), words[-1])
            key = f"short of {name}" if kind == "short" else name if name.isupper() else _lower(name).strip()
            assert int(value) in seen.get(key, set()), match[0]
        text = pattern.sub("", text)
    assert re.findall(r".{0,30}\d.{0,10}", text) == [], "a figure that nothing compares with the game"


def _lower(name: str) -> str:
    """`Support of RU` at the beginning of a sentence is `support of RU`."""
    return name[0].lower() + name[1:]


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        (tables.mandate_rows, "| Mandate |"),
        (tables.reaction_rows, "| DES and MIS in brackets → 2, ENL in brackets → 1, DEP in brackets → 2 |"),
        (tables.round_rows, "| After round |"),
        (tables.result_rows, "| What it was worth"),
    ],
)
def test_every_table_is_what_the_game_gives(rows, head: str) -> None:
    lines = chapter().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(head))
    end = next(number for number in range(at, len(lines)) if not lines[number].startswith("|"))
    assert lines[at + 2 : end] == rows()


def test_the_lines_add_up_to_the_scores() -> None:
    rows = {
        cells[0]: cells[1:]
        for cells in ([each.strip() for each in row.strip("|").split("|")] for row in tables.result_rows())
    }
    numbers = {name: [int(each.replace("−", "-")) for each in cells] for name, cells in rows.items() if name}
    parts = ("value of the text", "paid at home", "credibility lost", "the deck's lines", "Goal")
    for seat, score in enumerate(scores(played_again().state)):
        assert sum(numbers[part][seat] for part in parts) == score.points
        assert score.points - numbers["fallback at the start"][seat] == score.surplus
    assert "Everybody is above its fallback." in chapter()
    assert all(score.surplus > 0 for score in scores(played_again().state))


def test_the_ending_that_is_told_is_the_ending() -> None:
    assert played_again().state.ending == SETTLEMENT
    assert "the ending is settlement" in " ".join(chapter().split())
