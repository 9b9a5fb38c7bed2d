"""What if: one thing of a game changed, and played on by bots several times, beside the game as it was played on.

A counterfactual has an id that can be typed. Numbers in ids and texts are moments as a debrief counts them: 1 is the
deal, every further action, card brought in or track moved by the facilitator counts one; what was taken back does not.

| id | what is changed |
|---|---|
| `adopt:12` | the vote that was called at moment 12 passes: nobody objects |
| `refuse:12` | it fails: everybody who votes objects |
| `object:XX@12`, `silence:XX@12` | delegation XX objects in that vote, or keeps silence; all others vote as they did |
| `without:MODULE` | a rule module is off from the start |
| `bot:XX=cooperator:3@40` | from moment 40 on this bot plays XX; without `@40` from the deal on |

Nothing is written, and no program is started. What comes out rests on all hands and briefs, also those that are still
secret: while a game goes on it is for the facilitator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summit_game.debrief.model import WhatIf
from summit_game.debrief.whatif.changes import (
    ADOPT,
    BOT,
    OBJECT,
    REFUSE,
    SILENCE,
    WITHOUT,
    Named,
    parse,
    parsed,
    suggestions,
)
from summit_game.debrief.whatif.line_of_play import Line, WhatIfError, voted, without
from summit_game.debrief.whatif.runs import STAND_IN, Point, Run, mean_points, play_on, shares
from summit_game.engine import events as ev
from summit_game.engine.board import PHASES
from summit_game.language.catalogue import say
from summit_game.table.opening import Sitting
from summit_game.words.names import listed

__all__ = ["RUNS", "Named", "WhatIfError", "baseline", "parse", "play", "run", "suggestions"]

RUNS = 20


class _Plan(NamedTuple):
    """A counterfactual made ready: where it is played on from, the same without the change, and what to say of it: a
    key of the catalogue with its values."""

    changed: Point
    unchanged: Point
    moment: int
    stood_in: tuple[int, ...]
    key: str
    values: Mapping[str, object]


def run(sitting: Sitting, named: Named, runs: int = RUNS, jobs: int = 1) -> WhatIf:
    """The counterfactual, played on `runs` times by `jobs` processes (-1: one per core), which change nothing.

    If the changed game is over with the change, nothing is left to chance: it is one run, and the shares are certain.

    Raises `WhatIfError` if the change could not have been made within the rules.
    """
    line = Line(sitting)
    plan = _plan(line, named)
    played = _played(plan.changed, runs, jobs)
    certain = _over(plan.changed)
    stood_in = [seat for seat in plan.stood_in if (named.what, named.seat) != (BOT, seat)]
    how = say(plan.key, **plan.values, how=_how(line, plan.changed, stood_in, played))
    return WhatIf(named.title, how, plan.moment, len(played), shares(played, certain), mean_points(played))


def baseline(sitting: Sitting, named: Named, runs: int = RUNS, jobs: int = 1) -> WhatIf:
    """What the counterfactual is to be compared with: the game as it was, played on from the same point by the same."""
    line = Line(sitting)
    plan = _plan(line, named)
    played = _played(plan.unchanged, runs, jobs)
    how = say("whatif-unchanged", how=_how(line, plan.unchanged, plan.stood_in, played))
    shown = shares(played, _over(plan.unchanged))
    return WhatIf(say("whatif-unchanged-title"), how, plan.moment, len(played), shown, mean_points(played))


def play(sitting: Sitting, named: Named, runs: int = RUNS, jobs: int = 1) -> list[Run]:
    """The single runs behind `run`, each with the fingerprint of its final state."""
    return _played(_plan(Line(sitting), named).changed, runs, jobs)


def _played(point: Point, runs: int, jobs: int) -> list[Run]:
    if runs < 1:
        raise WhatIfError(say("whatif-error-runs"))
    return play_on(point, 1 if _over(point) else runs, jobs)


def _over(point: Point) -> bool:
    """Whether the game has ended, so that nothing is left to chance and every run would be the same."""
    return any(isinstance(event, ev.GameEnded) for event in point.events)


def _plan(line: Line, named: Named) -> _Plan:
    named = parsed(line, named.id)  # the game may have gone on, or another way, since it was named
    if named.what == WITHOUT:
        return _without(line, named)
    if named.what == BOT:
        return _with_bot(line, named)
    vote = next(each for each in line.votes if each.put == named.moment)
    objectors = {
        ADOPT: (),
        REFUSE: vote.voters,
        OBJECT: (*vote.objectors, named.seat),
        SILENCE: tuple(seat for seat in vote.objectors if seat != named.seat),
    }[named.what]
    changed = voted(line, vote, objectors)
    passes = _passes(changed)
    if named.what in (ADOPT, REFUSE) and passes != (named.what == ADOPT):
        raise WhatIfError(say("whatif-error-outcome", moment=vote.put + 1, adopt=named.what == ADOPT))
    who = listed(line.game.setting.seat_specs[seat].name for seat in sorted(objectors))
    values = {"moment": vote.put + 1, "who": who, "passes": passes, "same": passes == vote.passed}
    after = vote.shown + 1
    return _Plan(changed, line.point(after), vote.put, line.sitters(after)[1], "whatif-vote", values)


def _passes(point: Point) -> bool:
    """The result of the vote that was shown last."""
    return next(event.passes for event in reversed(point.events) if isinstance(event, ev.VotesShown))


def _with_bot(line: Line, named: Named) -> _Plan:
    count = max(1, named.moment)
    unchanged = line.point(count)
    kinds = tuple(named.other if seat == named.seat else kind for seat, kind in enumerate(unchanged.kinds))
    values = {"moment": named.moment, "kind": named.other, "who": line.game.setting.seat_specs[named.seat].name}
    moment = min(named.moment, len(line.entries) - 1)
    changed = unchanged._replace(kinds=kinds)
    return _Plan(changed, unchanged, moment, line.sitters(count)[1], "whatif-played-by", values)


def _without(line: Line, named: Named) -> _Plan:
    rerun = without(line, named.other)
    total = len(line.entries)
    over = _over(rerun.point)
    stopped = rerun.followed < total
    seen = line.entries[rerun.differs].stand if rerun.differs >= 0 else (0, 0, 0)
    values = {
        "module": named.other,
        "until": "last" if not stopped else "over" if over else "illegal",
        "moment": rerun.followed,
        "following": rerun.followed + 1,
        "differs": rerun.differs + 1,
        "round": seen[0],
        "phase": say("screen-phase", phase=PHASES[seen[1]]),
    }
    moment = rerun.differs if rerun.differs >= 0 else min(rerun.followed, total - 1)
    compared = line.point(total if over else rerun.followed)
    return _Plan(rerun.point, compared, moment, line.sitters(rerun.followed)[1], "whatif-off", values)


def _how(line: Line, point: Point, stood_in: Sequence[int], played: Sequence[Run]) -> str:
    """What was kept the same and who played on, in plain sentences."""
    if _over(point):
        return say("whatif-over")
    who = listed(line.game.setting.seat_specs[seat].name for seat in stood_in) if stood_in else "none"
    alike = len(played) > 1 and len({each.digest for each in played}) == 1
    return say(
        "whatif-from-there",
        kind=STAND_IN,
        who=who,
        others=len(stood_in) < len(point.kinds),
        same=len(played) if alike else 0,
    )
