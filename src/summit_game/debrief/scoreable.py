"""Scoreable games of others: plain score tables in a folder, and the exact analysis of one.

The folder holds `parties.csv` with the heading `party,scores_file,role`; the roles `p1` and `p2` mark the two veto
parties, `player` all others. A score file has a comma-separated line of whole numbers for each issue, a number for each
option; its last line is the party's threshold, from which on it accepts a deal. `initial_deal.txt`, if it is there, is
one deal. Issues are called A, B, C …, options are counted from 1: `A2,B3,C1`.

Faults are told as `file:line: what is wrong; what to do`. All text is hostile and cleaned here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summit_game.deals.front import pareto
from summit_game.deals.solutions import distance, dominating, single_steps
from summit_game.deals.space import MAX_SCORE, Flags, Space
from summit_game.debrief.model import Deal
from summit_game.debrief.possible import deal_at, named
from summit_game.files.reading import is_there, read, reason
from summit_game.words.safe import NAME_LENGTH, safe_text

PARTIES_FILE, DEAL_FILE = "parties.csv", "initial_deal.txt"
HEADING = ["party", "scores_file", "role"]
VETO = ("p1", "p2")
ROLES = (*VETO, "player")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MAX_BYTES = 1_000_000
MAX_ROWS = 1_000


class ScoreTableError(Exception):
    """A folder that is no scoreable game: where, what is wrong, what to do, in one sentence."""


@dataclass(frozen=True)
class Party:
    """A party: `scores[issue][option]`, and the threshold from which on it accepts."""

    name: str
    role: str
    scores: tuple[tuple[int, ...], ...]
    threshold: int

    @property
    def veto(self) -> bool:
        """Whether no deal is feasible without it."""
        return self.role in VETO


@dataclass(frozen=True)
class ScoreTables:
    """A scoreable game as it was read. `initial` is a deal with options counted from 0, or None."""

    name: str
    parties: tuple[Party, ...]
    initial: tuple[int, ...] | None

    def space(self) -> Space:
        """All deals with their values."""
        return Space([each.scores for each in self.parties], [each.threshold for each in self.parties])


@dataclass(frozen=True)
class Place:
    """Where a deal lies among all deals: `accepted` by party; the rest as in `model.Deals`. `steps`: single changes
    that help one and hurt none, best first, each as the deal it leads to."""

    deal: Deal
    accepted: tuple[bool, ...]
    feasible: bool
    on_front: bool
    dominating: int
    distance: int
    steps: tuple[Deal, ...]


@dataclass(frozen=True)
class Analysis:
    """What a scoreable game allows, counted exactly.

    Feasible: all veto parties accept, and all parties but at most one. Unanimous: all accept.
    """

    deals: int
    feasible: int
    unanimous: int
    pareto: int
    pareto_feasible: int
    pareto_unanimous: int
    best: tuple[int, ...]
    """The largest value that any deal has for each party."""
    accepts: tuple[int, ...]
    """How many of all deals each party accepts."""
    accepts_feasible: tuple[int, ...]
    """How many of the feasible deals each party accepts."""
    named: tuple[Deal, ...]
    initial: Place | None


# --- reading ------------------------------------------------------------------------------------------------------


def read_tables(folder: Path) -> ScoreTables:
    """The game in a folder. Raises `ScoreTableError`."""
    if not is_folder(folder):
        raise ScoreTableError(f"{_shown(folder)}: there is no such folder; name one that holds {PARTIES_FILE}")
    parties: list[Party] = []
    for line, (name, file, role) in _rows(folder):
        where = f"{PARTIES_FILE}:{line}"
        if any(each.name == name for each in parties):
            raise ScoreTableError(f"{where}: a party {name!r} is there already; give each a name of its own")
        if role in VETO and any(each.role == role for each in parties):
            raise ScoreTableError(f"{where}: another party is {role} already; make this one a player")
        scores, threshold = _scores(folder, file, where)
        if parties and tuple(map(len, scores)) != tuple(map(len, parties[0].scores)):
            raise ScoreTableError(
                f"{where}: {_clean(file)} has {_sizes(scores)} options, but the first party has "
                f"{_sizes(parties[0].scores)}; give every party the same issues and options"
            )
        parties.append(Party(name, role, scores, threshold))
    if not parties:
        raise ScoreTableError(f"{PARTIES_FILE}:2: there is no party; write a line for each")
    return ScoreTables(_shown(folder.absolute()), tuple(parties), _initial(folder, parties[0].scores))


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, for any path whatever."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _rows(folder: Path) -> list[tuple[int, tuple[str, str, str]]]:
    """The lines of `parties.csv` with their numbers: name, score file and role."""
    found: list[tuple[int, tuple[str, str, str]]] = []
    reader = csv.reader(_lines(folder, PARTIES_FILE, f"write one with the heading {','.join(HEADING)}"), strict=True)
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        if heading != HEADING:
            raise ScoreTableError(f"{PARTIES_FILE}:1: the heading is not {','.join(HEADING)}; write it so")
        for row in reader:
            where = f"{PARTIES_FILE}:{reader.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(HEADING):
                raise ScoreTableError(f"{where}: there are {len(row)} cells, not {len(HEADING)}; write party,file,role")
            name, file, role = safe_text(row[0], NAME_LENGTH), row[1].strip(), row[2].strip()
            if not name:
                raise ScoreTableError(f"{where}: the party has no name that can be shown; give it one")
            if role not in ROLES:
                raise ScoreTableError(f"{where}: {_quoted(role)} is no role; write {', '.join(ROLES[:-1])} or player")
            found.append((reader.line_num, (name, file, role)))
    except csv.Error:
        raise ScoreTableError(
            f"{PARTIES_FILE}:{reader.line_num}: the line is not proper CSV; check its quotation marks"
        ) from None
    return found


def _scores(folder: Path, file: str, where: str) -> tuple[tuple[tuple[int, ...], ...], int]:
    """The scores and the threshold in a score file of this folder."""
    if not re.fullmatch(r"[\w][\w .-]{0,99}", file):
        raise ScoreTableError(f"{where}: {_quoted(file)} is not the name of a file in this folder; write one")
    rows: list[tuple[int, tuple[int, ...]]] = []
    for number, line in enumerate(_lines(folder, file, f"add it or correct {where}"), 1):
        if line.strip():
            rows.append((number, tuple(_number(cell, f"{_clean(file)}:{number}") for cell in line.split(","))))
    if len(rows) < 2:
        raise ScoreTableError(
            f"{_clean(file)}:{max(1, len(rows))}: there are too few lines; write one for each issue and the threshold"
        )
    number, last = rows[-1]
    if len(last) != 1:
        raise ScoreTableError(
            f"{_clean(file)}:{number}: the last line has {len(last)} numbers; end the file with the threshold alone"
        )
    if len(rows) - 1 > len(LETTERS):
        raise ScoreTableError(f"{_clean(file)}:{number}: there are more than {len(LETTERS)} issues; leave some out")
    return tuple(row for _, row in rows[:-1]), last[0]


def _number(cell: str, where: str) -> int:
    text = cell.strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text) or abs(int(text)) > MAX_SCORE:
        raise ScoreTableError(f"{where}: {_quoted(text)} is not a whole number of fair size; write one such as 25")
    return int(text)


def _initial(folder: Path, scores: Sequence[Sequence[int]]) -> tuple[int, ...] | None:
    if not is_there(folder / DEAL_FILE):
        return None
    lines = [(number, line) for number, line in enumerate(_lines(folder, DEAL_FILE, "remove it"), 1) if line.strip()]
    if len(lines) != 1:
        raise ScoreTableError(f"{DEAL_FILE}:1: there are {len(lines)} deals; write one, or remove the file")
    number, line = lines[0]
    return read_deal(line, tuple(map(len, scores)), f"{DEAL_FILE}:{number}")


def read_deal(text: str, sizes: Sequence[int], where: str) -> tuple[int, ...]:
    """A deal such as `A2,B3` as options counted from 0, for issues with so many options. Raises `ScoreTableError`."""
    options: dict[str, int] = {}
    for part in text.split(","):
        word = part.strip()
        found = re.fullmatch(r"([A-Z])([0-9]{1,7})", word)
        issue = LETTERS.index(found[1]) if found else -1
        if not found or issue >= len(sizes) or found[1] in options or not 1 <= int(found[2]) <= sizes[issue]:
            raise ScoreTableError(
                f"{where}: {_quoted(word)} does not fit a deal; write one option for each issue, such as "
                f"{deal_text([0] * len(sizes))}"
            )
        options[found[1]] = int(found[2]) - 1
    if len(options) != len(sizes):
        missing = next(letter for letter in LETTERS if letter not in options)
        raise ScoreTableError(f"{where}: there is no option for issue {missing}; write one for each issue")
    return tuple(options[letter] for letter in LETTERS[: len(sizes)])


def deal_text(text: Sequence[int]) -> str:
    """A deal as it is written: `A2,B3`."""
    return ",".join(f"{letter}{option + 1}" for letter, option in zip(LETTERS, text, strict=False))


def _lines(folder: Path, file: str, todo: str) -> list[str]:
    path = folder / file
    try:
        data = read(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise ScoreTableError(f"{_clean(file)}:1: there is no such file in {_shown(folder)}; {todo}") from None
    except OSError as error:
        raise ScoreTableError(f"{_clean(file)}:1: it cannot be read ({reason(error)}); check the file") from None
    try:
        lines = re.split(r"\r\n|\n|\r", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise ScoreTableError(f"{_clean(file)}:{number}: this is not UTF-8 text; save the file as UTF-8") from None
    if len(lines) > MAX_ROWS:
        raise ScoreTableError(f"{_clean(file)}:{MAX_ROWS}: there are more than {MAX_ROWS} lines; cut it")
    return lines


def _sizes(scores: Sequence[Sequence[int]]) -> str:
    return "×".join(str(len(row)) for row in scores)


def _clean(text: str) -> str:
    return safe_text(text, 100)


def _quoted(text: str) -> str:
    return repr(safe_text(text, 20))


def _shown(folder: Path) -> str:
    return safe_text(folder.name, 100) or "this folder"


# --- analysis -----------------------------------------------------------------------------------------------------


def analyse_tables(tables: ScoreTables, deal: Sequence[int] | None = None) -> Analysis:
    """Everything about a scoreable game; `deal` (or the initial deal) is placed among all. Raises `ScoreTableError` if
    it has too many deals."""
    try:
        space = tables.space()
    except ValueError as error:
        raise ScoreTableError(f"{PARTIES_FILE}:1: {str(error).rstrip('.')}; leave out issues or options") from None
    accepted = [space.accepted_by(party) for party in range(space.parties)]
    unanimous = np.logical_and.reduce(accepted)
    feasible = np.sum(accepted, axis=0) >= space.parties - 1
    for party, yes in zip(tables.parties, accepted, strict=True):
        if party.veto:
            feasible &= yes
    front = pareto(space)
    start = tables.initial if deal is None else tuple(deal)
    return Analysis(
        deals=space.deals,
        feasible=int(feasible.sum()),
        unanimous=int(unanimous.sum()),
        pareto=int(front.sum()),
        pareto_feasible=int((front & feasible).sum()),
        pareto_unanimous=int((front & unanimous).sum()),
        best=tuple(int(row.max()) for row in space.by_party),
        accepts=tuple(int(yes.sum()) for yes in accepted),
        accepts_feasible=tuple(int((yes & feasible).sum()) for yes in accepted),
        named=(
            *named(space, unanimous, 0, "unanimous"),
            *named(space, np.ones(space.deals, np.bool_), 0, "all", ("largest-sum",)),
        ),
        initial=None if start is None else _place(space, space.number(start), accepted, feasible),
    )


def _place(space: Space, deal: int, accepted: Sequence[Flags], feasible: Flags) -> Place:
    text, values = space.text(deal), space.value(deal)
    better = dominating(space, values)
    steps = []
    for step in single_steps(space, deal):
        there = space.number([step.option if issue == step.issue else now for issue, now in enumerate(text)])
        steps.append(deal_at(space, there, f"{LETTERS[step.issue]}{step.option + 1}"))
    return Place(
        deal=deal_at(space, deal, deal_text(text)),
        accepted=tuple(bool(yes[deal]) for yes in accepted),
        feasible=bool(feasible[deal]),
        on_front=better == 0,
        dominating=better,
        distance=distance(space, values),
        steps=tuple(steps),
    )
