"""The shares of the endings under random play, against the design's own model with the same kind of play.

The figures are percent of 4,000 games of the model at 2 and 3 seats (fresh seeds) and of its published 1,000 games at
4 to 6 seats: settlement, stalemate, conflict, new Cold War. A share may differ by 3 points, which is about twice the
standard error of the published figures.
"""

from __future__ import annotations

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.many.share_out import Crew
from summit_game.many.simulate import simulate
from support import DECK

MODEL = {
    2: (9.3, 46.1, 10.8, 33.7),
    3: (5.1, 45.9, 11.4, 37.5),
    4: (8.0, 46.8, 5.7, 39.5),
    5: (4.3, 47.9, 8.1, 39.7),
    6: (6.6, 48.1, 5.0, 40.3),
}


@pytest.mark.long
@pytest.mark.parametrize(("seats", "games"), [(2, 2000), (3, 2000), (4, 2000), (5, 2000), (6, 2000)])
def test_ten_thousand_random_games_end_as_in_the_model(seats: int, games: int) -> None:
    result = simulate(DECK, TableOptions(seats), "random", games, seed=50_000, crew=Crew(1))
    shares = [100 * count / games for count in result["endings"].values()]
    assert sum(result["endings"].values()) == games
    assert all(share > 0 for share in shares)
    assert [abs(share - model) < 3 for share, model in zip(shares, MODEL[seats], strict=True)] == [True] * 4, shares
