"""The balance report as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.many.balance.grids import as_markdown, as_text, grids
from summit_game.many.columns import number, row, shown

_SUCCESS = {"proposal": "adopted", "concession": "adopted", "pressure": "above", "event": "settled"}
"""What counts as a card's success, by its deck."""


def balance_text(result: Mapping[str, Any]) -> str:
    """The whole report."""
    facts = {name: result[name] for name in ("deck", "games", "seed")}
    begin = "balance-begin" if "kinds" in result else "balance-begin-parts"
    lines = [
        say(begin, **facts, delegations=", ".join(result["delegations"])),
        *(_overview(result) if "kinds" in result else ()),
        *(line for grid in grids(result) for line in as_text(grid)),
        "",
        say("about-no-forecast"),
        say("many-digest", digest=result["digest"]),
    ]
    return "\n".join(line.rstrip() for line in lines)


def balance_markdown(result: Mapping[str, Any], command: str) -> str:
    """The tables of the parts as Markdown, below the command that prints them."""
    lines = [f"    {command}", *(line for grid in grids(result) for line in as_markdown(grid))]
    return "\n".join([*lines, "", say("about-no-forecast"), say("many-digest", digest=result["digest"])])


def _overview(result: Mapping[str, Any]) -> Iterator[str]:
    dominated = [say("balance-dominated-by", **each) for each in result["dominated"]]
    yield from _titled("stands-out", result["warnings"] or [say("balance-nothing")])
    yield from _titled("endings", _endings(result))
    yield from _titled("delegations", _seats(result))
    yield from _titled("deals", _deals(result))
    yield from _titled("going-first", _first(result))
    yield from _titled("actions", _actions(result))
    yield from _titled("cards", _cards(result))
    yield from _titled("never-played", [", ".join(result["never_played"]) or say("balance-none")])
    yield from _titled("dominated", dominated or [say("balance-none")])


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", say(f"balance-{title}"))
    yield from lines


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "-"


def _width(result: Mapping[str, Any]) -> int:
    return max(14, *(len(kind) + 2 for kind in result["kinds"]))


def _endings(result: Mapping[str, Any]) -> Iterator[str]:
    width = _width(result)
    yield row("", width, ENDINGS, [12])
    for kind, each in result["kinds"].items():
        yield row(kind, width, [number(100 * each["endings"][name] / result["games"]) for name in ENDINGS], [12])


def _seats(result: Mapping[str, Any]) -> Iterator[str]:
    games, width, widths = result["games"], _width(result) + 14, (8, 9, 9, 20, 9)
    heading = [say(f"balance-{name}") for name in ("score", "no-deal", "above", "rating", "wins")]
    for kind, played in result["kinds"].items():
        yield row(say("balance-kind", kind=kind, ratio=number(played["ratio"], 2)), width, heading, widths)
        for name, each in played["delegations"].items():
            score, no_deal, wins = map(number, (each["score"], each["no_deal"], 100 * each["wins"] / games))
            cells = [score, no_deal, _percent(each["above"], games), shown(each["rating"]), wins]
            yield row(f"  {name}", width, cells, widths)


def _deals(result: Mapping[str, Any]) -> Iterator[str]:
    deals, width, widths = result["deals"], _width(result), (10, 10, 10, 10, 15)
    if deals is None:
        yield say("balance-too-many-texts")
    else:
        facts = {"exist": deals["exist"], "games": result["games"], "texts": deals["texts"]}
        yield say("balance-deals-exist", **facts, **deals["zone"])
    yield row(
        "", width, [say(f"balance-{name}") for name in ("settled", "found", "found-share", "nash", "below")], widths
    )
    for kind, played in result["kinds"].items():
        each = played["deals"]
        share = None if each["found_share"] is None else 100 * each["found_share"]
        cells = [each["settled"], each["found"], number(share), number(each["nash_percent"]), each["below_no_deal"]]
        yield row(kind, width, cells, widths)


def _first(result: Mapping[str, Any]) -> Iterator[str]:
    first = result["first_mover"]
    yield say("balance-turned", games=first["games"], kind=first["kind"])
    yield say("balance-by-place", places=_intervals({str(at): each for at, each in enumerate(first["places"], 1)}))
    yield say("balance-when-first", delegations=_intervals(first["first"]))


def _intervals(values: Mapping[str, Mapping[str, float]]) -> str:
    return "  ".join(f"{name}: {shown(each)}" for name, each in values.items())


def _actions(result: Mapping[str, Any]) -> Iterator[str]:
    kinds = result["kinds"]
    names = sorted({name for played in kinds.values() for name in played["actions"]})
    width = max(len(name) for name in names) + 2
    yield row("", width, kinds, [22])
    for name in names:
        cells = []
        for played in kinds.values():
            each = played["actions"].get(name)
            if each is None:
                cells.append("-")
                continue
            adopted = f" {_percent(each['adopted'], each['taken'])}" if name in ("table", "nonpaper") else ""
            cells.append(f"{each['taken']}{adopted} {_percent(each['above'], each['taken'])}")
        yield row(name, width, cells, [22])


def _cards(result: Mapping[str, Any]) -> Iterator[str]:
    yield row("", 12, result["kinds"], [16])
    for card, each in result["cards"].items():
        success = _SUCCESS[each["deck"]]
        cells = [
            f"{played['played']} ({_percent(played[success], played['played'])})" if played["played"] else "0"
            for played in each["kinds"].values()
        ]
        yield f"{row(card, 12, cells, [16])}  {each['title']}"
