"""What delegations say by themselves: a pure function of what everybody has seen, event by event.

`hear` takes in one event as all may see it (`engine.events.face` for nobody) and answers what is said about it: why a
delegation objected (facts of its public mat and of the votes so far), and reactions, at most one a delegation and
round. Nothing else goes in, so it is the same for every reader, in every replay, and no private thing can come out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS, NOBODY, Changes
from summit_game.engine.events import Event
from summit_game.engine.setting import Setting

RED_LINE, AGAIN, MANDATE, REOPENS, LEAVES, INSIDE = "red-line", "again", "mandate", "reopens", "leaves", "inside"
"""Reasons of an objection: the first that holds is given. None tells what a brief is worth: these are public facts."""
_TOO_OFTEN = 3
"""How many times a text comes before that is the reason."""


class Reason(NamedTuple):
    """Why a delegation objected, as everybody can tell: `change` is what it is about, `times` how often it came."""

    seat: int
    kind: str
    change: tuple[int, int]
    times: int = 0


class Reaction(NamedTuple):
    """A delegation speaks on an occasion (`deck.model_voice`); `turn` says which of its wordings it takes.

    `about`: the round in which a repeated text failed; how many issues are agreed, if a treaty is near; else 0.
    """

    seat: int
    kind: str
    turn: int
    about: int = 0


Said = Reason | Reaction


class _Voted(NamedTuple):
    """A package that was voted on."""

    changes: Changes
    objectors: tuple[int, ...]
    round: int
    passed: bool


@dataclass(frozen=True)
class Heard:
    """What has been seen so far, as far as anybody speaks about it."""

    text: tuple[int, ...]
    round: int = 0
    first: int = 0
    """Who has the initiative."""
    news: int = 0
    package: tuple[int, Changes] | None = None
    """Who tabled what lies on the table, or asks for a step, and what it changes."""
    amended: bool = False
    step: bool = False
    """Whether it is a step for the sake of a capital: all answer on the whole text (R15.5a)."""
    voted: tuple[_Voted, ...] = ()
    near: bool = False
    spoke: frozenset[int] = frozenset()
    """Who has reacted in this round."""
    lines: int = 0
    """How many reactions there were."""


def silence(setting: Setting) -> Heard:
    """Before anything was dealt."""
    return Heard((BRACKETS,) * len(setting.issues))


def hear(setting: Setting, heard: Heard, event: Event, speakers: Collection[int]) -> tuple[Heard, tuple[Said, ...]]:
    """Take in an event as everybody sees it: what has been heard now, and what the `speakers` say about it."""
    after = _taken_in(setting, heard, event)
    reasons = _reasons(setting, after, event, speakers)
    return _reactions(setting, heard, after, event, speakers, reasons)


def _taken_in(setting: Setting, heard: Heard, event: Event) -> Heard:
    match event:
        case ev.RoundBegan():
            return replace(heard, round=event.round, first=event.initiative, spoke=frozenset())
        case ev.NewsTurned():
            return replace(heard, news=event.card)
        case ev.PackageTabled():
            return replace(heard, package=(event.seat, event.changes), amended=False, step=False)
        case ev.PackageAmended():
            return replace(heard, package=(event.seat, event.changes), amended=True)
        case ev.StepAsked():
            return replace(heard, package=(event.seat, ((event.issue, event.level),)), step=True)
        case ev.QuestionPut():
            return replace(heard, package=None, step=False)
        case ev.VotesShown():
            return replace(heard, voted=_voted(heard, event))
        case ev.PackageAdopted():
            return _written(setting, replace(heard, package=None), event.changes)
        case ev.StepAnswered():
            changes = heard.package[1] if event.granted and heard.package is not None else ()
            return _written(setting, replace(heard, package=None, step=False), changes)
        case ev.PackageFailed() | ev.AmendmentDeclined():
            return replace(heard, package=None)
        case ev.IssueReopened():
            return _written(setting, heard, ((event.issue, BRACKETS),))
    return heard


def _voted(heard: Heard, event: ev.VotesShown) -> tuple[_Voted, ...]:
    if heard.package is None or heard.step:
        return heard.voted
    return (*heard.voted, _Voted(_sorted(heard.package[1]), event.objectors, heard.round, event.passes))


def _sorted(changes: Changes) -> Changes:
    return tuple(sorted(changes))


def _written(setting: Setting, heard: Heard, changes: Changes) -> Heard:
    text = list(heard.text)
    for issue, level in changes:
        text[issue] = level
    return replace(heard, text=tuple(text), near=_is_near(setting, text))


def _is_near(setting: Setting, text: Sequence[int]) -> bool:
    """Whether as many issues are agreed as a treaty needs (R7.1)."""
    agreed = [issue for issue, level in enumerate(text) if level != BRACKETS]
    core = not setting.options.need_core or any(setting.issues[issue].core for issue in agreed)
    return core and len(agreed) >= setting.options.min_issues


# --- why somebody objected -----------------------------------------------------------------------------------------


def _reasons(setting: Setting, heard: Heard, event: Event, speakers: Collection[int]) -> tuple[Reason, ...]:
    """One for each objection that no level named by the objector explains (R4.8)."""
    match event:
        case ev.VotesShown() if not _will_be_asked(setting, heard, event):
            return tuple(_why(setting, heard, seat) for seat in event.objectors if seat in speakers)
        case ev.ReasonGiven() if not event.changes and event.seat in speakers:
            return (_why(setting, heard, event.seat),)
    return ()


def _will_be_asked(setting: Setting, heard: Heard, event: ev.VotesShown) -> bool:
    """Whether the objectors name levels next (R4.8)."""
    package = heard.package is not None and not heard.step
    return package and not event.passes and bool(setting.options.reasons) and not heard.amended


def _why(setting: Setting, heard: Heard, seat: int) -> Reason:
    """The first reason that holds, from the public side of the delegation's mat and from the votes so far."""
    spec = setting.seat_specs[seat]
    before, changes = heard.text, heard.package[1] if heard.package is not None else ()
    if heard.package is None or heard.step:
        whole = {**{issue: level for issue, level in enumerate(before) if level != BRACKETS}, **dict(changes)}
        before, changes = (BRACKETS,) * len(before), tuple(whole.items())
    for change in changes:
        issue, level = change
        if spec.red[issue][level] and not spec.red[issue][max(0, before[issue])]:
            return Reason(seat, RED_LINE, change)
    times = sum(each.changes == _sorted(changes) for each in heard.voted)
    if times >= _TOO_OFTEN:
        return Reason(seat, AGAIN, changes[0], times)
    outside = [change for change in changes if spec.out[change[0]][change[1]]]
    if outside:

        def further(change: tuple[int, int]) -> tuple[int, int]:
            """By how much it leads further out, and how far out it is."""
            out = spec.out[change[0]]
            return out[change[1]] - out[max(0, before[change[0]])], out[change[1]]

        return Reason(seat, MANDATE, max(outside, key=further))
    for change in changes:
        if before[change[0]] != BRACKETS:
            return Reason(seat, REOPENS, change)
    after = {**dict(enumerate(before)), **dict(changes)}
    left = {issue: spec.out[issue][max(0, level)] for issue, level in after.items() if (issue, level) not in changes}
    worst = max(left, key=left.__getitem__, default=0)
    if left.get(worst):
        return Reason(seat, LEAVES, (worst, after[worst]))
    return Reason(seat, INSIDE, changes[0] if changes else (0, 0))


# --- reactions -----------------------------------------------------------------------------------------------------


def _reactions(
    setting: Setting, before: Heard, heard: Heard, event: Event, speakers: Collection[int], reasons: tuple[Said, ...]
) -> tuple[Heard, tuple[Said, ...]]:
    kind, seats, about = _occasion(setting, before, heard, event)
    said: list[Said] = [*reasons]
    for seat in seats:
        if seat in speakers and seat not in heard.spoke:
            said.append(Reaction(seat, kind, heard.lines + heard.news, about))
            heard = replace(heard, spoke=heard.spoke | {seat}, lines=heard.lines + 1)
            if kind != "signed":
                break
    return heard, tuple(said)


def _occasion(setting: Setting, before: Heard, heard: Heard, event: Event) -> tuple[str, Iterable[int], int]:
    """The kind of occasion that an event is, and who may speak, whoever comes first: one, or all who sign."""
    side = setting.side_of
    order = [(heard.first + at) % len(setting.seats) for at in setting.seats]
    match event:
        case ev.PromiseChecked(seat, _, False):
            return "accuse", (at for at in order if side[at] != side[seat]), 0
        case ev.OrdersShown():
            built = {at for at, orders in enumerate(event.orders) if any(kind == a.BUILD for kind, _ in orders)}
            others = (at for at in order if at not in built and any(side[at] != side[each] for each in built))
            return "build_up", others, 0
        case ev.Stepped() if event.answers != NOBODY:
            return "step", (event.answers,), 0
        case ev.PackageTabled() | ev.PackageAmended():
            same = [each for each in heard.voted if each.changes == _sorted(event.changes) and not each.passed]
            return "repeat", [at for at in order if same and at in same[-1].objectors], same[-1].round if same else 0
        case ev.PackageAdopted() if heard.near and not before.near:
            agreed = sum(level != BRACKETS for level in heard.text)
            return "near", [at for at in order if at != event.seat], agreed
        case ev.TreatyInForce():
            return "signed", [at for at in order if at not in event.absent], 0
        case ev.SigningFailed():
            return "failed", order, 0
    return "", (), 0
