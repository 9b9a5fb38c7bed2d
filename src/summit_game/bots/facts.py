"""Facts: the whole numbers that the conditions of a script may read, from the bot's own view only."""

from __future__ import annotations

from collections.abc import Mapping

from summit_game.engine import actions as a
from summit_game.engine.effects import MOVE_SEAT, MOVE_TRACK, Effect
from summit_game.engine.formula import Formula, evaluate
from summit_game.engine.queries import agreed, balance, is_armed, sign_barred, units_of, unsettled
from summit_game.engine.setting import CREDIBILITY, MINUS, PLUS, PRESSURE_TOKENS, SUPPORT, TENSION, TRUST, Setting
from summit_game.engine.view import View

FACTS: tuple[str, ...] = (
    "round", "rounds_left", "pass_number", "tension", "trust", "support", "credibility", "pressure", "agreed",
    "open_issues", "ready", "may_sign", "ahead", "own_units", "other_units", "own_step", "other_step",
    "promised_restraint", "other_restraint", "other_lost", "they_consulted", "we_consulted",
    "refused", "adopted", "objections", "habit_press", "habit_step", "habit_build",
    "habit_draw", "habit_exercise", "habit_rally", "habit_pledge", "habit_restraint", "surplus", "gain", "home",
    "outside", "red", "from_own_side", "card_tension", "card_trust", "card_pressure",
)  # fmt: skip
"""Names in the order of the vector. From `surplus` on they depend on the package, text or card that is weighed."""

_AT: Mapping[str, int] = {name: at for at, name in enumerate(FACTS)}
_CARD = tuple(_AT[name] for name in ("card_tension", "card_trust", "card_pressure"))
RECENT = 2
"""Rounds for which a refusal counts as recent: the present one and the one before."""


class Facts:
    """The facts of one decision. Formulas read them as tracks."""

    __slots__ = ("conflict", "tracks")

    def __init__(self, values: list[int]) -> None:
        self.tracks = values

    def holds(self, formula: Formula) -> bool:
        """Whether a condition is true."""
        return bool(self.value(formula))

    def value(self, formula: Formula) -> int:
        """The value of a formula."""
        return evaluate(formula, self)  # type: ignore[arg-type]

    @property
    def promised_restraint(self) -> int:
        """Whether it has promised restraint in this round."""
        return self.tracks[_AT["promised_restraint"]]

    @property
    def tension(self) -> int:
        """Tension now."""
        return self.tracks[_AT["tension"]]

    @property
    def ahead(self) -> int:
        """By how many units the own side is ahead, as the balance counts them."""
        return self.tracks[_AT["ahead"]]

    def put(self, **named: int) -> None:
        """Set facts that depend on what is weighed."""
        for name, value in named.items():
            self.tracks[_AT[name]] = value

    def put_card(self, setting: Setting, card: int) -> None:
        """Set the facts about a Pressure card."""
        for at, value in zip(_CARD, card_moves(setting.pressure[card].effects), strict=True):
            self.tracks[at] = value


def facts(view: View, habits: Mapping[str, int]) -> Facts:
    """The facts of a view, before anything is weighed."""
    seat, setting = view.seat, view.setting
    side = setting.side_of[seat]
    armed = is_armed(view, seat)
    lead = balance(view) if side == PLUS else -balance(view)
    recent = [ballot for ballot in view.record if ballot.round > view.round - RECENT]
    rivals = [other for other in setting.seats if setting.side_of[other] != side and is_armed(view, other)]
    values = [
        view.round,
        setting.options.rounds - view.round,
        view.pass_number,
        view.tracks[TENSION],
        view.tracks[TRUST],
        view.seat_tracks[SUPPORT][seat],
        view.seat_tracks[CREDIBILITY][seat],
        view.seat_tracks[PRESSURE_TOKENS][seat],
        len(agreed(view)),
        len(view.text) - len(agreed(view)),
        int(unsettled(view) is None),
        int(sign_barred(view) is None),
        lead if armed else 0,
        units_of(view, side) if armed else 0,
        units_of(view, MINUS if side == PLUS else PLUS) if armed else 0,
        view.step_markers[seat],
        max((view.step_markers[o] for o in setting.seats if setting.side_of[o] != side), default=0),
        int(promised(view, seat, a.RESTRAINT)),
        int(any(promised(view, other, a.RESTRAINT) for other in rivals)),
        max((setting.seat_tracks[CREDIBILITY].start - view.seat_tracks[CREDIBILITY][o] for o in rivals), default=0),
        int(armed and consulted(view, MINUS if side == PLUS else PLUS)),
        int(armed and consulted(view, side)),
        sum(not ballot.passed for ballot in recent if ballot.tabler == seat),
        view.adopted[seat],
        sum(bool(ballot.objectors) for ballot in recent if ballot.tabler == seat),
        *(habits[name[6:]] for name in FACTS if name.startswith("habit_")),
    ]
    return Facts(values + [0] * (len(FACTS) - len(values)))


def promised(view: View, seat: int, kind: int) -> int:
    """The round in which a seat made its open promise of a kind, 0 for none."""
    keeper = view.rules.promises
    return keeper.promised_in(view, seat, kind) if keeper else 0


def consulted(view: View, side: int) -> bool:
    """Whether a delegation of the side has consulted in this round."""
    keeper = view.rules.talks
    return bool(keeper and keeper.consulted_by(view, side))


def card_moves(effects: tuple[Effect, ...]) -> tuple[int, int, int]:
    """What a card does to tension, to trust, and how many pressure tokens it places; conditional parts are left out."""
    calm = sum(effect[2] for effect in effects if effect[0] == MOVE_TRACK and effect[1] == TENSION)
    trust = sum(effect[2] for effect in effects if effect[0] == MOVE_TRACK and effect[1] == TRUST)
    tokens = sum(effect[3] for effect in effects if effect[0] == MOVE_SEAT and effect[1] == PRESSURE_TOKENS)
    return calm, trust, tokens
