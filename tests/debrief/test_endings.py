"""A debrief says as many endings as its game has, by the titles of its deck: no form counts on four of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import small

from summit_game.debrief.forms.data import as_data
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sheets import sheet
from summit_game.debrief.forms.text import text
from summit_game.debrief.model import Debrief
from summit_game.engine.scenarios import Fit
from summit_game.tui.debrief.pages import FitPane

TITLES = ("Compact", "Drift", "Breakdown", "Two camps", "Handover")


def with_endings(count: int) -> Debrief:
    d = small()
    (whatif,) = d.whatifs
    return replace(
        d,
        endings=TITLES[:count],
        ending_ids=tuple(title.lower().replace(" ", "_") for title in TITLES[:count]),
        fits=tuple((*d.fits, Fit(4, 9, d.fits[3].lines))[:count]),
        moments=tuple(replace(each, fits=tuple(range(10, 10 + count))) for each in d.moments),
        whatifs=(replace(whatif, shares=(*whatif.shares, replace(whatif.shares[3], ending=4))[:count]),),
    )


@pytest.mark.parametrize("count", [2, 3, 5])
def test_every_form_says_the_endings_that_there_are(count: int) -> None:
    debrief = with_endings(count)
    data = as_data(debrief)
    assert [each["title"] for each in data["endings"]] == list(TITLES[:count])
    assert data["ending"] == "compact"
    (chart,) = FitPane().picture("fits", debrief, 80)[:1]
    assert len(FitPane().picture("fits", debrief, 80)) == count
    assert TITLES[0] in chart.plain
    for written in (text(debrief), markdown(debrief), page(debrief), sheet(debrief)):
        assert all(title in written for title in TITLES[:count])
        assert not any(title in written for title in TITLES[count:])
        for four in ("Settlement", "Stalemate", "Cold War"):
            assert four not in written
