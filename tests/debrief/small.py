"""A small debrief made by hand, and the same full of hostile text."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from summit_game.debrief.board import Capital, Zone
from summit_game.debrief.model import (
    RESULTS,
    Change,
    Closest,
    Deal,
    Deals,
    Debrief,
    LedgerRow,
    Moment,
    PromiseRow,
    Question,
    Share,
    TurningPoint,
    VoteRow,
    WhatIf,
)
from summit_game.debrief.real_world import Fact, Followed, IssueStory, Said
from summit_game.debrief.words_and_deeds.rows import (
    AnswerRow,
    PairRow,
    SeenRow,
    Understanding,
    WarningRow,
    WordsAndDeeds,
)
from summit_game.engine.module import Line
from summit_game.engine.scenarios import Fit
from summit_game.engine.scoring import Score

GOLDEN = Path(__file__).parents[1] / "golden"
HOSTILE = "=SUM(A1) <script>alert('x')</script> & \x1b[31m\u202e\x07 | [a](b) *c* `d`"
SHOWN = "=SUM(A1) <script>alert('x')</script> & ?[31m?? | [a](b) *c* `d`"
"""`HOSTILE` as a person sees it."""


def _moment(
    entry: int, number: int, seat: int, kind: str, text: tuple[int, ...], values: tuple[int, ...], **more
) -> Moment:
    return Moment(
        entry=entry,
        round=number,
        phase="floor" if number else "setup",
        seat=seat,
        kind=kind,
        action=more.get("action", ""),
        said=more.get("said", ()),
        hidden=(),
        text=text,
        values=values,
        walk_away=(31, 42),
        fits=more.get("fits", (20, 55, 12, 33)),
        tracks=more.get("tracks", (6, 3)),
        support=(3, 4),
        units=more.get("units", ((1, 1), (0, 1))),
        caps=((2, 2), (0, 2)),
    )


def _words(said: str) -> WordsAndDeeds:
    """An understanding, an answer, a warning, and what all saw of them."""
    return WordsAndDeeds(
        heard=True,
        messages=4,
        pairs=(PairRow(0, 1, 3, 1, 1, 1, 1, 1, 0, 1, 0), PairRow(0, -1, 1, 0, 1, 0, 0, 0, 0, 0, 0),
               PairRow(1, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1)),
        understandings=(
            Understanding(2, 1, 0, 1, said, "take a step", ("kept", "broken"), (-14, 12), None, (-14, 12)),
        ),
        answers=(AnswerRow(2, 1, 1, 0, "which issue matters most to you?", said, "shaded"),),
        warnings=(WarningRow(2, 1, 0, 1, said, "empty"),),
        seen=(SeenRow(3, 1, "accused", 1, 0, said), SeenRow(4, 2, "both-kept", 0, 1, "")),
    )  # fmt: skip


def small() -> Debrief:
    """Two delegations, three issues, five moments: every part of a debrief has something in it."""
    moments = (
        _moment(2, 0, -1, "deal", (-1, -1, 0), (10, 15), said=("The cards are dealt.",)),
        _moment(3, 1, 0, "promise", (-1, -1, 0), (10, 15), action="Promise restraint"),
        _moment(4, 1, 0, "table", (-1, -1, 0), (10, 15), action="Table a proposal: Open lakes (P-1)"),
        _moment(5, 1, 1, "silence", (2, -1, 0), (29, 26), said=("The package is adopted.",), fits=(61, 47, 8, 19),
                tracks=(4, 5)),
        _moment(6, 2, 1, "step", (2, 1, 0), (38, 47), action="Step: Shared gauges (C-1)", fits=(74, 30, 5, 11),
                tracks=(3, 7), units=((1, 2), (0, 1))),
    )  # fmt: skip
    outcome = Deal("Text at the end", "The text as it stood.", (2, 1, 0), (38, 47), (7, 5))
    nash = Deal("Nash product", "Largest product of surplus plus one.", (2, 1, 1), (43, 59), (12, 17), 2)
    return Debrief(
        id="20260102-030405-abcd",
        deck="Two lakes",
        shown=RESULTS,
        note="",
        played_on="2026-01-02",
        minutes=48,
        seats=("Northshore", "Southshore"),
        seat_ids=("NO", "SO"),
        sitters=("Ana and Ben", "a bot (simple)"),
        issues=("Fishing", "Gauges", "Ferries"),
        issue_ids=("FIS", "GAU", "FER"),
        level_titles=(("free", "season", "quota"), ("none", "shared"), ("none", "daily")),
        track_names=("Tension", "Trust"),
        track_ranges=((0, 12), (0, 10)),
        endings=("Settlement", "Stalemate", "Conflict", "Cold War"),
        ending_ids=("settlement", "stalemate", "conflict", "cold_war"),
        rounds=3,
        last_round=2,
        ending=0,
        in_force=True,
        verdict=("The lakes have rules.", "They will be read."),
        fits=(
            Fit(0, 74, (Line("a treaty is in force", 80, "treaty"), Line("high tension", -6, "tension"))),
            Fit(1, 30, (Line("few issues agreed", 30, "text"),)),
            Fit(2, 5, (Line("tension", 5, "tension"),)),
            Fit(3, 11, (Line("distrust", 11, "trust"),)),
        ),
        scores=(
            Score(0, 38, 31, 7, 68, (Line("Fishing: level 2", 29, "FIS"), Line("Gauges: level 1", 9, "GAU"))),
            Score(1, 47, 42, 5, 63, (Line("Fishing: level 2", 26, "FIS"), Line("Gauges: level 1", 21, "GAU"))),
        ),
        winners=(0,),
        moments=moments,
        ledger=(
            LedgerRow(0, 0, 19, 0, 0), LedgerRow(0, 1, 13, 4, 1), LedgerRow(1, 0, 11, 0, 0), LedgerRow(1, 1, 24, 3, 2),
        ),
        votes=(
            VoteRow(3, 1, 0, ((0, 2),), "Fishing (FIS) to level 2, quota", (), True, (19, 11), (1,)),
            VoteRow(4, 2, 1, ((2, 1),), "Ferries (FER) to level 1, daily", (0,), False, (-14, 12), (0,)),
        ),
        promises=(PromiseRow(1, 1, 0, "restraint", True), PromiseRow(4, 2, 1, "a step", False)),
        turning=(TurningPoint(3, 0, 20, 61, "the package of Northshore is adopted"),),
        deals=Deals(
            texts=12, signable=9, zone=4, zone_minus_one=6, pareto=3, pareto_in_zone=2, best=(88, 91),
            walk_away=(31, 42), outcome=outcome, on_front=False, distance=2, dominating=1, named=(nash,),
            single=(Change(2, 0, 1, (5, 12)),), closest=(Closest(0, (2, 1, 0), (), 7), Closest(1, (2, 1, 1), (2,), 17)),
            front=((30, 91), (43, 59), (88, 35)),
        ),
        stories=(
            IssueStory(0, 2, "quota", "A quota for each shore.", "Treaty of 1921, Article 4", False,
                       (Said("North", "3 May 1921", "A quota is fair.", "Letter of 3 May"),)),
        ),
        questions=(Question("Which term paid for which?", ("Fishing and Gauges moved together.",), (3,)),),
        out_of_role="Say your own name.",
        words_and_deeds=_words("Let pass Ferries"),
        word_questions=(Question("Whose word was worth most?", ("Northshore: acts kept 1, words broken 0.",), (4,)),),
        whatifs=(
            WhatIf("What if it had failed?", "All is as it was; then it fails.", 3, 20,
                   (Share(0, 13, 65.0, 43.3, 81.9), Share(1, 4, 20.0, 8.1, 41.6), Share(2, 1, 5.0, 0.9, 23.6),
                    Share(3, 2, 10.0, 2.8, 30.1)), (36.5, 44.1)),
        ),
        followed=Followed("The lakes were shared in 1923.", "Two years later:", (
            Fact("4 May 1923", "The two shores agreed.", "Gazette of 5 May", (0,)),), "Nothing here is a forecast."),
        opening=("2 of the 3 issues left their brackets.",),
        labels=("Fragile: It may not last.",),
        core=(0,),
        capitals=(Capital(4, 2, 0, 5, 0, 3, 2, 4, True), Capital(4, 2, 1, 3, 1, 0, 0, 4, True)),
        zones=(Zone("U", "Upper bay", None, (0,)), Zone("L", "Lower bay", None, (0, 1))),
        sides=("Shores", "Islands"),
        you=0,
    )  # fmt: skip


def hostile() -> Debrief:
    """The small debrief with hostile text wherever a deck or a person can write."""
    d = small()
    last = replace(d.moments[-1], action=HOSTILE, said=(HOSTILE,))
    return replace(
        d,
        deck=HOSTILE,
        note=HOSTILE,
        seats=(HOSTILE, d.seats[1]),
        sitters=(HOSTILE, HOSTILE),
        issues=(HOSTILE, *d.issues[1:]),
        level_titles=((HOSTILE,) * 3, *d.level_titles[1:]),
        track_names=(HOSTILE, "Trust"),
        endings=(HOSTILE, "Stalemate", "Conflict", "Cold War"),
        verdict=(HOSTILE,),
        fits=(Fit(0, 74, (Line(HOSTILE, 74, HOSTILE),)), *d.fits[1:]),
        moments=(*d.moments[:-1], last),
        questions=(Question(HOSTILE, (HOSTILE,)),),
        out_of_role=HOSTILE,
        words_and_deeds=_words(HOSTILE),
        word_questions=(Question(HOSTILE, (HOSTILE,), (4,)),),
        stories=(IssueStory(0, 2, HOSTILE, HOSTILE, HOSTILE, True, (Said(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),),
        followed=Followed(HOSTILE, HOSTILE, (Fact(HOSTILE, HOSTILE, HOSTILE, (0,)),), HOSTILE),
        labels=(f"{HOSTILE}: {HOSTILE}",),
        zones=(Zone("U", HOSTILE, None, (0,)), Zone("L", HOSTILE, None, (0, 1))),
        sides=(HOSTILE, HOSTILE),
        whatifs=(replace(d.whatifs[0], title=HOSTILE, how=HOSTILE),),
    )


def golden(name: str, written: str) -> str:
    """What the golden file holds; written anew with SUMMIT_GOLDEN=write."""
    path = GOLDEN / name
    if os.environ.get("SUMMIT_GOLDEN") == "write":
        path.write_text(written, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
