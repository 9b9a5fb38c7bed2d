"""What happened since a reader's last move, in three to six lines as a rule: for a screen, plain text and pages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from summit_game.engine.board import BRACKETS
from summit_game.language.catalogue import say
from summit_game.seat.digest import Digest, VoteHeld
from summit_game.seat.question import Lines, Said
from summit_game.seat.sheet import GameSheet
from summit_game.words.names import capital, listed, signed

KINDS = ("support", "credibility", "pressure")
"""Kinds of tracks of a delegation, in their order."""
CHANGED = "« "
"""Stands before a line that tells of a change of the text, as before the issue on the screen."""


def digest_lines(sheet: GameSheet, told: Digest, spoken: bool = False) -> Lines:
    """The lines without their title; none if nothing has changed. `spoken`: for ears, without arrows and signs."""
    return _Teller(sheet, told, spoken).lines() if not told.empty else ()


class _Teller:
    def __init__(self, sheet: GameSheet, told: Digest, spoken: bool) -> None:
        self.sheet, self.told, self.spoken = sheet, told, spoken

    def lines(self) -> Lines:
        """What counts for the reader first, then the text, then the rest."""
        return (*self._worth(), *self._votes(), *self._elsewhere(), *self._others(), *self._hand())

    def _worth(self) -> list[Said]:
        if (worth := self.told.worth) is None:
            return []
        value = {"draft": worth.draft, "away": worth.away, "margin": signed(worth.margin)}
        if not worth.risen:
            return [Said(say("since-worth-same", **value), "strong")]
        way = "up" if worth.risen > 0 else "down"
        moved = say(f"since-{'worth-' if self.spoken else ''}{way}", by=abs(worth.risen))
        return [Said(say("since-worth", **value, moved=moved), "strong good" if way == "up" else "strong bad")]

    def _votes(self) -> list[Said]:
        lines = []
        for vote in self.told.votes:
            key = "signing-passed" if vote.passed else "signing-failed"
            if vote.changes:
                key = "adopted" if vote.passed else "failed"
            if vote.passed and vote.objectors:
                key += "-over"
            lines.append(Said(say(f"since-{key}", **self._vote(vote)), "warn" if vote.passed else ""))
        written = {(issue, level) for vote in self.told.votes if vote.passed for issue, _, level in vote.changes}
        others = [each for each in self.told.issues if (each.issue, each.now) not in written]
        if others:
            changes = ", ".join(self._change(each.issue, each.before, each.now) for each in others)
            lines.append(Said(say("since-issue", sign=self._sign, changes=changes), "warn"))
        if self.told.named:
            each = groupby(self.told.named, lambda named: named.seat)
            by = [
                (self._who(seat), ", ".join(self._level(at.issue, at.level) for at in levels)) for seat, levels in each
            ]
            named = "; ".join(say("since-named-by", who=who, levels=levels) for who, levels in by)
            lines.append(Said(say("since-named", named=named)))
        return lines

    def _vote(self, vote: VoteHeld) -> dict[str, str]:
        return {
            "sign": self._sign,
            "who": self._who(vote.tabler) if vote.tabler >= 0 else "",
            "changes": ", ".join(self._change(*each) for each in vote.changes),
            "objectors": ", ".join(map(self._who, vote.objectors)),
        }

    def _elsewhere(self) -> list[Said]:
        """The tracks, and the map."""
        told, lines = self.told, []
        if told.tracks:
            moves = ", ".join(self._move(self.sheet.tracks[at].name, before, now) for at, before, now in told.tracks)
            lines.append(Said(say("since-tracks", moves=moves)))
        for zone, moved in groupby(sorted(told.units, key=lambda each: (each.zone, each.side)), lambda each: each.zone):
            moves = ", ".join(self._move(self.sheet.sides[each.side], each.before, each.now) for each in moved)
            lines.append(Said(say("since-units", zone=self.sheet.zones[zone].name, moves=moves)))
        if told.monitors:
            lines.append(
                Said(say("since-monitors", zones=", ".join(self.sheet.zones[at].name for at in told.monitors)))
            )
        return lines

    def _others(self) -> list[Said]:
        """What delegations did besides votes, and how they stand."""
        told = self.told
        acts = [say("since-pressed", who=self._all(told.pressed))] if told.pressed else []
        acts += [say("since-stepped", who=self._all(told.stepped))] if told.stepped else []
        acts += [say("since-closed", who=self._all(told.closed))] if told.closed else []
        lines = [Said(say("since-acts", acts=capital("; ".join(acts))))] if acts else []
        for kind, moved in groupby(told.delegations, lambda each: each.kind):
            moves = ", ".join(self._move(self._who(each.seat), each.before, each.now) for each in moved)
            lines.append(Said(capital(say("since-seats", kind=KINDS[kind], moves=moves))))
        return lines

    def _hand(self) -> list[Said]:
        cards = ", ".join(self.told.drawn)
        return [Said(say("since-drawn", cards=cards), "dim")] if cards else []

    # --- parts ------------------------------------------------------------------------------------------------

    @property
    def _sign(self) -> str:
        return "" if self.spoken else CHANGED

    def _who(self, seat: int) -> str:
        return say("since-you") if seat == self.told.seat else self.sheet.delegations[seat].id

    def _all(self, seats: Iterable[int]) -> str:
        return listed(map(self._who, seats))

    def _change(self, issue: int, before: int, now: int) -> str:
        brackets = say("since-brackets") if self.spoken else "[0]"
        old, new = (brackets if level == BRACKETS else str(level) for level in (before, now))
        key = "names-moved" if self.spoken else "since-change"
        return say(key, issue=self.sheet.issues[issue].id, before=old, after=new)

    def _level(self, issue: int, level: int) -> str:
        return say("since-level", issue=self.sheet.issues[issue].id, level=level)

    def _move(self, name: str, before: int, now: int) -> str:
        by = now - before
        moved = signed(by) if self.spoken else say("since-up" if by > 0 else "since-down", by=abs(by))
        return say("since-track", name=name, by=moved, value=now)
