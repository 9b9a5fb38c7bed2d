"""The parts of the balance report as tables: rows of cells, written as plain text or as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.many.balance.course import COUNTS, WAYS
from summit_game.many.columns import number

Part = Mapping[str, Any]


class Grid(NamedTuple):
    """A table with a title. The first cell of a row is its name. `notes` are sentences below."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


def grids(result: Mapping[str, Any]) -> Iterator[Grid]:
    """A table for each part that was asked for; some parts have several."""
    for name, part in result.get("parts", {}).items():
        yield from _MADE[name](part)


def as_text(grid: Grid) -> Iterator[str]:
    """As lines, each column as wide as it needs."""
    widths = [max(map(len, column)) for column in zip(grid.head, *grid.rows, strict=True)]
    yield from ("", grid.title)
    for row in (grid.head, *grid.rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()
    yield from grid.notes


def as_markdown(grid: Grid) -> Iterator[str]:
    """As lines of Markdown."""
    yield from ("", f"**{grid.title}**", "")
    for at, row in enumerate((grid.head, *grid.rows)):
        yield f"| {' | '.join(row)} |"
        if at == 0:
            yield f"| {' | '.join(['---'] * len(row))} |"
    for note in grid.notes:
        yield from ("", note)


def _of(part: int | float, whole: int) -> str:
    """A count with its share."""
    return f"{part} ({100 * part / whole:.0f} %)" if whole else f"{part}"


def _pm(value: Mapping[str, float | None]) -> str:
    """A mean with its standard error."""
    return f"{number(value['mean'])} ± {number(value['error'])}"


def _head(*keys: str) -> list[str]:
    return [say(f"balance-head-{key}") for key in keys]


def _endings(part: Part) -> Iterator[Grid]:
    games, counts, having = part["games"], part["counts"], part["games_with"]
    rows = [
        [name, _of(each["games"], games), number(each["agreed"]), number(each["rating"])]
        for name, each in part["endings"].items()
    ]
    rounds = ", ".join(f"{at}: {times}" for at, times in part["conflict_rounds"].items())
    notes = [say("balance-conflict-rounds", rounds=rounds)] if rounds else []
    yield Grid(say("balance-part-endings", games=games), _head("ending", "games", "agreed", "rating"), rows, notes)
    rows = [[say(f"balance-count-{name}"), f"{counts[name] / games:.2f}", _of(having[name], games)] for name in COUNTS]
    notes = [
        say("balance-adopted-share", adopted=_of(counts["adopted"], counts["tabled"])),
        say("balance-answered-share", answered=_of(counts["answered"], counts["steps"])),
    ]
    yield Grid(say("balance-part-counts", games=games), _head("what", "per-game", "in-games"), rows, notes)


def _clauses(part: Part) -> Iterator[Grid]:
    games = part["games"]
    rows = []
    for clause, ways in part["clauses"].items():
        cells = [
            f"{ways[way]['times'] / games:.2f} ({100 * ways[way]['games'] / games:.0f} %)" if way in ways else "-"
            for way in WAYS
        ]
        rows.append([clause, *cells])
    title = say("balance-part-clauses", games=games)
    yield Grid(title, _head("clause", *WAYS), rows, [say("balance-clauses-note")])


def _variety(part: Part) -> Iterator[Grid]:
    rows = []
    for name in ("signed", "best"):
        each = part[name]
        count, most = each["texts"], each["commonest"]
        cells = [str(count), str(each["distinct"]), number(each["effective"]), _of(most["times"], count), most["text"]]
        rows.append([say(f"balance-texts-{name}"), *cells])
    one = part["one_text"]
    notes = [
        say("balance-one-text", text=one["text"] or "-", zones=_of(one["zones"], part["zones"])),
        say("balance-nearly-all", texts=part["nearly_all"]),
    ]
    head = _head("what", "texts", "distinct", "effective", "commonest", "text")
    yield Grid(say("balance-part-variety", deals=part["deals"]), head, rows, notes)


def _predict(part: Part) -> Iterator[Grid]:
    rows = []
    for after, each in part["rounds"].items():
        cells = [str(each["games"]), _of(each["settled"], each["games"])]
        for model in ("public", "all"):
            fit = each[model]
            cells += [number(fit["r2"], 2), number(fit["auc"], 2)] if fit else ["-", "-"]
        rows.append([after, *cells])
    head = _head("round", "games-on", "settle", "r2-public", "auc-public", "r2-all", "auc-all")
    yield Grid(say("balance-part-predict", games=part["games"]), head, rows, [say("balance-predict-note")])


def _fairness(part: Part) -> Iterator[Grid]:
    games, settled = part["games"], part["settled"]
    rows = [
        [
            name,
            number(each["rating"]),
            _of(each["single_wins"], games),
            _of(each["ceiling"], settled),
            _of(each["outside"], settled),
        ]
        for name, each in part["seats"].items()
    ]
    head = _head("delegation", "rating", "single-wins", "ceiling", "outside")
    notes = [say("balance-most-over-least", times=number(part["most_over_least"], 2))]
    yield Grid(say("balance-part-fairness", games=games, settled=settled), head, rows, notes)
    treaties, stale = part["treaties"], part["stalemates"]
    rows = [
        [say("balance-quality-nash"), f"{number(treaties['nash_percent'])} % ({treaties['measured']})"],
        [say("balance-quality-zone"), _of(treaties["in_zone"], settled)],
        [say("balance-quality-efficient"), _of(treaties["efficient"], settled)],
        [say("balance-quality-below"), _of(treaties["below_half"], settled)],
        [say("balance-quality-stalemates"), _of(stale["in_zone"], stale["games"])],
    ]
    yield Grid(say("balance-part-quality", settled=settled), _head("what", "count"), rows)
    most = max(len(levels) for levels in part["levels"].values())
    rows = [
        [issue, *(_of(times, settled) for times in levels), *["-"] * (most - len(levels))]
        for issue, levels in part["levels"].items()
    ]
    head = [*_head("issue"), *(f"≥ {level}" for level in range(1, most + 1))]
    yield Grid(say("balance-part-levels", settled=settled), head, rows)


def _modules(part: Part) -> Iterator[Grid]:
    games = part["games"]
    usual = [_of(part["endings"][name], games) for name in ENDINGS]
    names: list[str] = []
    rows = []
    for module, each in part["off"].items():
        names = list(each["rating"])
        rows.append(
            [
                module,
                *(_of(each["endings"][name], games) for name in ENDINGS),
                _of(each["ending_changed"], games),
                _of(each["text_changed"], games),
                number(each["rating_moved"]),
                *(_pm(each["rating"][name]) for name in names),
            ]
        )
    none = [say("balance-none-off"), *usual, *["-"] * (3 + len(names))]
    head = [
        *_head("off"),
        *ENDINGS,
        *_head("ending-changed", "text-changed", "moved"),
        *(f"Δ {name}" for name in names),
    ]
    yield Grid(say("balance-part-modules", games=games), head, [none, *rows])


def _flips(part: Part) -> Iterator[Grid]:
    games = part["games"]
    rows = [
        [purpose, _of(each["rolled"], games), _of(round(each["flipped"], 1), games)]
        for purpose, each in part["purposes"].items()
    ]
    rows.append([say("balance-any"), _of(part["rolled"], games), _of(round(part["flipped"], 1), games)])
    yield Grid(say("balance-part-flips", games=games), _head("roll", "rolled", "flipped"), rows)


def _skill(part: Part) -> Iterator[Grid]:
    games, kinds = part["games"], part["kinds"]
    seats = list(kinds[part["best"]]["seats"])
    rows = [
        [
            kind,
            _pm(each),
            _pm(each["to_best"]),
            *(number(each["seats"][seat]) for seat in seats),
            _of(each["single_wins"], games),
            _of(each["mandate_met"], games),
            *(_of(each["endings"][name], games) for name in ENDINGS),
        ]
        for kind, each in sorted(kinds.items(), key=lambda item: -item[1]["mean"])
    ]
    head = [*_head("in-the-seat", "rating", "to-best"), *seats, *_head("single-wins", "met"), *ENDINGS]
    yield Grid(say("balance-part-skill", games=games, best=part["best"]), head, rows)
    rows = [[kind, _pm(each)] for kind, each in part["steps"].items()]
    yield Grid(say("balance-part-steps"), _head("level", "over-below"), rows)


_MADE: Mapping[str, Callable[[Part], Iterator[Grid]]] = {
    "endings": _endings,
    "clauses": _clauses,
    "variety": _variety,
    "predict": _predict,
    "fairness": _fairness,
    "modules": _modules,
    "flips": _flips,
    "skill": _skill,
}
