"""The tables of the example chapter, made from the game that is played again."""

from __future__ import annotations

from book.played_again import TRACKS, Values, played_again
from summit_game.engine import events as ev
from summit_game.engine.scenarios import fits
from summit_game.engine.scoring import band, scores
from summit_game.engine.setting import ENDINGS


def mandate_rows() -> list[str]:
    """The public mandates and red lines that the seed draws."""
    setting = played_again().state.setting
    rows = []
    for spec in setting.seat_specs:
        reds = [
            f"{issue} {level}"
            for issue, marks in zip(setting.issue_ids, spec.red, strict=True)
            for level, red in enumerate(marks)
            if red
        ]
        rows.append(_row(spec.id, *(f"{low}–{high}" for low, high in spec.mandate), ", ".join(reds)))
    return rows


def reaction_rows() -> list[str]:
    """Gain, loss and change of support of the amended package, at home (R15.1)."""
    played = played_again()
    amended = next(each for moment in played.moments for each in moment.events if isinstance(each, ev.PackageAmended))
    rows = []
    for spec, change in zip(played.state.setting.seat_specs, played.reactions, strict=True):
        out = [(spec.out[issue][0], spec.out[issue][level]) for issue, level in amended.changes]
        loss = sum(max(0, after - before) for before, after in out)
        gain = sum(after < before or after == before == 0 for before, after in out)
        rows.append(_row(spec.id, gain, loss, _signed(change)))
    return rows


def round_rows() -> list[str]:
    """The table at the end of each round."""
    played = played_again()
    return [_row(number, *_tracks(table), _text(table)) for number, table in enumerate(played.rounds, 1)]


def _tracks(table: Values) -> list[object]:
    seats = played_again().state.setting.seat_ids
    return [*(table[name] for name in TRACKS), " ".join(str(table[f"support of {seat}"]) for seat in seats)]


def _text(table: Values) -> str:
    return ", ".join(f"{name} {table[name]}" for name in played_again().state.setting.issue_ids if table[name] >= 0)


def result_rows() -> list[str]:
    """The lines of each score, and what they come to (R8.5)."""
    state = played_again().state
    results, issues = scores(state), state.setting.issue_ids
    rows = [
        _row("fallback at the start", *(each.reservation for each in results)),
        _row("value of the text", *(_points(each, lambda line: line.behind in issues) for each in results)),
        _row("paid at home", *(_points(each, lambda line: line.behind == "R15.5b") for each in results)),
        _row(
            "credibility lost", *(_points(each, lambda line: line.behind == "onlooker_credibility") for each in results)
        ),
        _row("the deck's lines", *(_points(each, lambda line: ": " in line.behind) for each in results)),
        _row("Goal", *(_points(each, lambda line: line.behind.startswith("G-")) for each in results)),
    ]
    return [
        *rows,
        _row("score", *(each.points for each in results)),
        _row("surplus", *(_signed(each.surplus) for each in results)),
        _row("rating", *(each.rating for each in results)),
        _row("", *(band(each.rating) for each in results)),
    ]


def _points(score, which) -> str:
    return _signed(sum(line.points for line in score.lines if which(line)))


def all_fits() -> str:
    """The fits, in one phrase."""
    names = {"cold_war": "Cold War"}
    return ", ".join(
        f"{names.get(ending, ending)} {fit.points}"
        for ending, fit in zip(ENDINGS, fits(played_again().state), strict=True)
    )


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
