"""`options:` the numbers of the basic game."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summit_game.deck.model_base import Model


class Options(Model):
    """Numbers of the basic game. Every one may be overridden by a variant (R9.3)."""

    rounds: int = Field(6, ge=1, le=12)
    passes: int = Field(2, ge=1, le=4, description="Floor turns of each delegation per round.")
    sign_from: int = Field(5, ge=1, le=12, description="First round in which the question may be put.")
    min_issues: int = Field(3, ge=1, description="Agreed issues a treaty needs.")
    need_core: bool = Field(True, description="A treaty needs an agreed core issue.")
    hand_proposals: int = Field(3, ge=1, le=8)
    hand_concessions: int = Field(3, ge=1, le=8)
    hand_pressure: int = Field(2, ge=0, le=4)
    package_concessions: int = Field(2, ge=0, le=3, description="Concessions a package may hold.")
    redraw: int = Field(2, ge=0, le=4, description="Proposals that CONSULT may exchange.")
    press_per_side: int = Field(2, ge=0)
    step_per_side: int = Field(1, ge=0)
    zone_cap: int = Field(3, ge=0, le=9, description="Most units of one side in one zone.")
    minus_one_from: int = Field(4, description="Table size from which one other objection is overruled; 0 = never.")
    protected_rights: bool = True
    pressure_value: int = Field(3, ge=0, description="Points of fallback now per pressure token.")
    balance_offset: int = Field(0, description="Added to plus side minus other side before bounding.")
    balance_bound: int = Field(2, ge=0)
    goals: bool = True
    goal_worth: int = 5
    moods: bool = True
    briefs: Literal["drawn", "first"] = Field("drawn", description="Draw a brief variant, or always take the first.")
    cold_war_cost: int = 4
    rating_scale: int = Field(
        0, ge=0, description="Surplus that is worth tanh(1) of the way to the ceiling (R8.5); 0: 2.5 a point, bounded."
    )
    winner_least: int = Field(0, ge=0, le=100, description="Rating that a single winner needs (R8.7).")
    acts: tuple[Annotated[int, Field(ge=1, le=9)], ...] = Field(
        (), description="Act that the news of each round is drawn from (R2.5a); without it all cards are one pile."
    )
    crisis_rounds: tuple[int, ...] = Field((), description="Rounds of which one brings a crisis card instead (R2.5a).")
    news_ceiling: tuple[int, ...] = Field((), description="Tension that news alone does not pass, by round (R2.5b).")
    reasons: int = Field(0, ge=0, le=2, description="Levels an objector may name (R4.8); 0: no reasons, no amendment.")
    amended_concessions: int = Field(3, ge=0, le=4, description="Concessions that an amended package may hold (R4.9).")
    reopening: bool = Field(False, description="Whoever does not sign or ratify names an issue that reopens (R7.4a).")
    talk: int = Field(0, ge=0, le=9, description="Messages that a delegation may send in a round (R19.1); 0: no talk.")
    promises: tuple[Literal["restraint", "no_pressure", "support", "step"], ...] = ("restraint",)
