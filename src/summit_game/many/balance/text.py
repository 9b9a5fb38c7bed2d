"""The balance report as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summit_game.engine.setting import ENDINGS
from summit_game.many.intervals import shown


def balance_text(result: Mapping[str, Any]) -> str:
    """The whole report."""
    names = result["delegations"]
    lines = [
        f"{result['deck']}: {', '.join(names)}; {result['games']} games of each kind of play, "
        f"seeds from {result['seed']}. Intervals are 95 %.",
        *_titled("What stands out", result["warnings"] or ["nothing"]),
        *_titled("Endings, % of games", _endings(result)),
        *_titled("Delegations: score against no deal", _seats(result)),
        *_titled("Deals that exist, and deals found", _deals(result)),
        *_titled("Going first", _first(result)),
        *_titled("Actions: times taken, % of packages adopted, % by players who ended above no deal", _actions(result)),
        *_titled("Cards: times played, and % that succeed (see docs/balance-report.md)", _cards(result)),
        *_titled("Never played", [", ".join(result["never_played"]) or "none"]),
        *_titled(
            "Dominated", [f"{each['card']} by {each['by']}: {each['why']}" for each in result["dominated"]] or ["none"]
        ),
        "",
        f"digest {result['digest']}",
    ]
    return "\n".join(line.rstrip() for line in lines)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title)
    yield from lines


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "-"


def _width(result: Mapping[str, Any]) -> int:
    return max(14, *(len(kind) + 2 for kind in result["kinds"]))


def _endings(result: Mapping[str, Any]) -> Iterator[str]:
    width = _width(result)
    yield f"{'':<{width}}" + "".join(f"{name:>12}" for name in ENDINGS)
    for kind, row in result["kinds"].items():
        yield f"{kind:<{width}}" + "".join(f"{100 * row['endings'][name] / result['games']:>12.1f}" for name in ENDINGS)


def _seats(result: Mapping[str, Any]) -> Iterator[str]:
    width = _width(result)
    for kind, row in result["kinds"].items():
        ratio = "-" if row["ratio"] is None else f"{row['ratio']:.2f}"
        title = f"{kind}, ratio {ratio}"
        yield f"{title:<{width + 14}}{'score':>8}{'no deal':>9}{'above %':>9}{'rating':>20}{'wins %':>9}"
        for name, each in row["delegations"].items():
            yield (
                f"  {name:<{width + 12}}{each['score']:>8.1f}{each['no_deal']:>9.1f}"
                f"{_percent(each['above'], result['games']):>9}{shown(each['rating']):>20}"
                f"{100 * each['wins'] / result['games']:>9.1f}"
            )


def _deals(result: Mapping[str, Any]) -> Iterator[str]:
    deals, width = result["deals"], _width(result)
    if deals is None:
        yield "The deck has too many texts to look at them all."
    else:
        zone = deals["zone"]
        yield (
            f"{deals['exist']} of {result['games']} deals of cards allow a treaty that nobody loses by; "
            f"of {deals['texts']} texts {zone['mean']} do on average ({zone['smallest']} to {zone['largest']})."
        )
    yield f"{'':<{width}}{'settled':>10}{'found':>10}{'found %':>10}{'Nash %':>10}{'below no deal':>15}"
    for kind, row in result["kinds"].items():
        each = row["deals"]
        share = "-" if each["found_share"] is None else f"{100 * each['found_share']:.1f}"
        nash = "-" if each["nash_percent"] is None else f"{each['nash_percent']:.1f}"
        yield (
            f"{kind:<{width}}{each['settled']:>10}{each['found']:>10}{share:>10}{nash:>10}{each['below_no_deal']:>15}"
        )


def _first(result: Mapping[str, Any]) -> Iterator[str]:
    first = result["first_mover"]
    yield f"{first['games']} games of {first['kind']} with the seats moved on; points of rating against the own mean."
    yield "by place in round 1:  " + "  ".join(f"{at}: {shown(each)}" for at, each in enumerate(first["places"], 1))
    yield "when it goes first:   " + "  ".join(f"{name}: {shown(each)}" for name, each in first["first"].items())


def _actions(result: Mapping[str, Any]) -> Iterator[str]:
    kinds = result["kinds"]
    names = sorted({name for row in kinds.values() for name in row["actions"]})
    width = max(len(name) for name in names) + 2
    yield f"{'':<{width}}" + "".join(f"{kind:>22}" for kind in kinds)
    for name in names:
        cells = []
        for row in kinds.values():
            each = row["actions"].get(name)
            if each is None:
                cells.append("-")
                continue
            adopted = f" {_percent(each['adopted'], each['taken'])}" if name in ("table", "nonpaper") else ""
            cells.append(f"{each['taken']}{adopted} {_percent(each['above'], each['taken'])}")
        yield f"{name:<{width}}" + "".join(f"{cell:>22}" for cell in cells)


def _cards(result: Mapping[str, Any]) -> Iterator[str]:
    yield f"{'':<12}" + "".join(f"{kind:>16}" for kind in result["kinds"])
    for card, row in result["cards"].items():
        success = {"proposal": "adopted", "concession": "adopted", "pressure": "above", "event": "settled"}[row["deck"]]
        cells = [
            f"{each['played']} ({_percent(each[success], each['played'])})" if each["played"] else "0"
            for each in row["kinds"].values()
        ]
        yield f"{card:<12}" + "".join(f"{cell:>16}" for cell in cells) + f"  {row['title']}"
