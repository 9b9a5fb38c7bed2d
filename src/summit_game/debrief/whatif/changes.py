"""The counterfactuals of a game by name: reading an id, and suggesting a handful.

Numbers in ids and titles are moments as a debrief counts them: 1 is the deal, every further action, card brought in
or track moved by the facilitator counts one; what was taken back does not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from summit_game.bots.external import PREFIX
from summit_game.bots.kinds import DEFAULT_LEVEL, maker
from summit_game.debrief.whatif.line_of_play import Line, Vote, WhatIfError
from summit_game.deck.compile import SetupError
from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY, OVER
from summit_game.language.catalogue import say
from summit_game.table.opening import Sitting
from summit_game.words.names import Words

ADOPT, REFUSE, OBJECT, SILENCE, WITHOUT, BOT = "adopt", "refuse", "object", "silence", "without", "bot"
MODULES = 2
"""How many rule modules are suggested."""
YIELDING, HARD = "cooperator", "hardliner"


@dataclass(frozen=True)
class Named:
    """A counterfactual of one game. `id` names it, `title` says it, `short` as a list of them does; `moment` counts
    from 0 (the deal); `other` is a rule module or a kind of bot."""

    id: str
    title: str
    what: str
    moment: int = 0
    seat: int = NOBODY
    other: str = ""
    short: str = ""


# --- reading an id --------------------------------------------------------------------------------------------------


def parse(sitting: Sitting, text: str) -> Named:
    """The counterfactual with this id. Raises `WhatIfError` if it is none, or none of this game."""
    return parsed(Line(sitting), text)


def parsed(line: Line, text: str) -> Named:
    """`parse`, with the line of play already at hand."""
    what, colon, rest = text.strip().partition(":")
    what = what.strip().lower()
    if not colon or what not in (ADOPT, REFUSE, OBJECT, SILENCE, WITHOUT, BOT):
        raise WhatIfError(say("whatif-error-form", text=repr(text.strip()[:40])))
    rest = rest.strip()
    if what in (ADOPT, REFUSE):
        return _of_result(line, what, _vote(line, rest))
    if what == WITHOUT:
        return _of_module(line, rest)
    if what == BOT:
        return _of_bot(line, rest)
    name, at, moment = rest.partition("@")
    if not at:
        raise WhatIfError(say("whatif-error-voter", what=what))
    return _of_voter(line, what, _seat(line, name), _vote(line, moment))


def _seat(line: Line, name: str) -> int:
    ids = line.game.setting.seat_ids
    for seat, each in enumerate(ids):
        if each.casefold() == name.strip().casefold():
            return seat
    raise WhatIfError(say("whatif-error-seat", text=repr(name.strip()[:30]), seats=", ".join(ids)))


def _number(text: str, most: int) -> int:
    """A moment, counted from 0."""
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and 1 <= int(text) <= most):
        raise WhatIfError(say("whatif-error-moment", text=repr(text[:20]), most=most))
    return int(text) - 1


def _vote(line: Line, text: str) -> Vote:
    """The vote that was called at a moment, or that was going on then."""
    moment = _number(text, len(line.entries))
    for vote in line.votes:
        if vote.put == moment or vote.put < moment < vote.shown:
            return vote
    for vote in line.votes:
        if vote.shown == moment:
            return vote
    if not line.votes:
        raise WhatIfError(say("whatif-error-no-votes"))
    near = min(line.votes, key=lambda vote: abs(vote.put - moment))
    raise WhatIfError(say("whatif-error-no-vote", moment=moment + 1, near=near.put + 1))


def _words(line: Line) -> Words:
    return Words(line.game.setting, line.sitting.deck)


def _titles(line: Line, key: str, vote: Vote, who: str = "") -> tuple[str, str]:
    """Title and short title of a change in a vote."""
    words = _words(line)
    tabler = words.seats[vote.tabler] if vote.tabler != NOBODY else "final"
    round_ = line.entries[vote.put].stand[0]
    values = {"tabler": tabler, "moment": vote.put + 1, "round": round_, "changes": words.changes(vote.changes)}
    kind = "package" if vote.changes else "question"
    what, brief = say(f"whatif-{kind}", **values), say(f"whatif-{kind}-short", tabler=tabler)
    return _asked(say(f"whatif-{key}", what=what, who=who)), say(f"whatif-{key}", what=brief, who=who)


def _asked(change: str) -> str:
    return say("whatif-title", change=change)


def _of_result(line: Line, what: str, vote: Vote) -> Named:
    if vote.passed == (what == ADOPT):
        other = REFUSE if vote.passed else ADOPT
        raise WhatIfError(say("whatif-error-result", moment=vote.put + 1, passed=vote.passed, other=other))
    title, short = _titles(line, what, vote)
    return Named(f"{what}:{vote.put + 1}", title, what, vote.put, short=short)


def _of_voter(line: Line, what: str, seat: int, vote: Vote) -> Named:
    name = line.game.setting.seat_specs[seat].name
    if seat not in vote.voters:
        raise WhatIfError(say("whatif-error-no-voter", who=name, moment=vote.put + 1))
    if (seat in vote.objectors) == (what == OBJECT):
        other = f"{SILENCE if what == OBJECT else OBJECT}:{_ids(line)[seat]}@{vote.put + 1}"
        done = {"who": name, "objected": what == OBJECT, "moment": vote.put + 1}
        raise WhatIfError(say("whatif-error-voted", **done, other=other))
    title, short = _titles(line, what, vote, name)
    return Named(f"{what}:{_ids(line)[seat]}@{vote.put + 1}", title, what, vote.put, seat, short=short)


def _ids(line: Line) -> tuple[str, ...]:
    return line.game.setting.seat_ids


def _of_module(line: Line, text: str) -> Named:
    module = text.replace("-", "_")
    on = [each.id for each in line.game.setting.modules]
    if module not in on:
        raise WhatIfError(say("whatif-error-module", text=repr(text[:40]), on=", ".join(on) or "none"))
    change = say("whatif-without", module=module)
    return Named(f"{WITHOUT}:{module}", _asked(change), WITHOUT, other=module, short=change)


def _of_bot(line: Line, text: str) -> Named:
    name, equals, rest = text.partition("=")
    if not equals:
        raise WhatIfError(say("whatif-error-bot"))
    seat = _seat(line, name)
    kind, at, number = rest.rpartition("@")
    kind = (kind if at else rest).strip()
    most = len(line.entries) + (line.sitting.table.state.phase != OVER)
    moment = _number(number, most) if at else 0
    if kind.startswith(PREFIX):
        raise WhatIfError(say("whatif-error-program"))
    try:
        maker(kind)
    except SetupError as error:
        raise WhatIfError(str(error)) from error
    name = line.game.setting.seat_specs[seat].name
    values = {"who": name, "kind": kind, "moment": moment + 1 if moment else 0, "round": _round(line, moment)}
    change, short = say("whatif-bot", **values), say("whatif-bot-short", **values)
    return Named(f"{BOT}:{_ids(line)[seat]}={kind}@{moment + 1}", _asked(change), BOT, moment, seat, kind, short)


def _round(line: Line, moment: int) -> int:
    """The round in which something was done."""
    return line.entries[moment - 1].stand[0] if moment else 0


# --- suggesting -----------------------------------------------------------------------------------------------------


def suggestions(sitting: Sitting) -> tuple[Named, ...]:
    """A handful of counterfactuals of this game. They are chosen by what everybody saw.

    The failed package on which opinions were most divided, and the last one that a single delegation stopped; the
    adopted package with the most objections, or with none, the largest; the rule modules that moved most on the board;
    each seat with another personality from the middle of the game on. Raises `WhatIfError` if the rules have changed.
    """
    line = Line(sitting)
    found = [*_votes_worth_it(line), *_modules_worth_it(line), *_bots_worth_it(line)]
    return tuple(parsed(line, each) for each in dict.fromkeys(found))


def _votes_worth_it(line: Line) -> list[str]:
    packages = [vote for vote in line.votes if vote.changes]
    failed = [vote for vote in packages if not vote.passed]
    passed = [vote for vote in packages if vote.passed]
    result = []
    if failed:
        most = max(failed, key=lambda vote: (-_division(vote), len(vote.changes), vote.put))
        result.append(f"{ADOPT}:{most.put + 1}")
        alone = [vote for vote in failed if len(vote.objectors) == 1 and vote is not most]
        if alone:
            result.append(f"{SILENCE}:{_ids(line)[alone[-1].objectors[0]]}@{alone[-1].put + 1}")
    if passed:
        narrow = max(passed, key=lambda vote: (len(vote.objectors), len(vote.changes), vote.put))
        result.append(f"{REFUSE}:{narrow.put + 1}")
    return result


def _division(vote: Vote) -> int:
    """How far the votes are from an even split, the tabler's consent included; 0 is most divided."""
    return abs(len(vote.voters) + 1 - 2 * len(vote.objectors))


def _modules_worth_it(line: Line) -> list[str]:
    """The modules under whose clauses tracks moved furthest, most first."""
    moved: Counter[str] = Counter()
    for entry in line.entries:
        for event in entry.events:
            if isinstance(event, ev.TrackMoved | ev.SeatTrackMoved):
                for module in line.game.setting.modules:
                    if event.cause in module.clauses:
                        moved[module.id] += abs(event.delta)
    return [f"{WITHOUT}:{module}" for module, _ in moved.most_common(MODULES)]


def _bots_worth_it(line: Line) -> list[str]:
    """Each seat with another personality: a yielding one for those that objected at least every second time."""
    last = line.entries[-1].stand[0]
    middle = (last + 1) // 2
    # The entry that ends a round already stands in the next one: the moment after it is the first of that round.
    moment = next((at + 1 for at, each in enumerate(line.entries) if each.stand[0] >= middle), 0)
    moment = moment if middle > 1 and moment < len(line.entries) else 0
    kinds = line.sitters(moment or 1)[0]
    result = []
    for seat, name in enumerate(_ids(line)):
        asked = [vote for vote in line.votes if seat in vote.voters]
        against = sum(seat in vote.objectors for vote in asked)
        now = kinds[seat].partition(":")[0]
        other = YIELDING if 2 * against >= len(asked) and asked else HARD
        if other == now:
            other = HARD if now == YIELDING else YIELDING
        level = kinds[seat].rpartition(":")[2]
        level = level if level.isdigit() else str(DEFAULT_LEVEL)
        result.append(f"{BOT}:{name}={other}:{level}@{moment + 1}")
    return result
