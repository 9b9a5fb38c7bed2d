# Several tables side by side.
compare-title = Tables compared
compare-table = Table { $number }
compare-options = { $seats } delegations{ $variants ->
        [none] {""}
       *[other] , { $variants }
    }{ $set ->
        [none] {""}
       *[other] , set { $set }
    }{ $without ->
        [none] {""}
       *[other] , without { $without }
    }
compare-differ = The tables did not play with the same { $what ->
        [deck] deck
        [options] options
        [rules] rules
       *[seed] seed
    }{ $alike ->
        [none] {""}
       *[other] {" "}(the same: { $alike })
    }. { $what ->
        [deck] Terms and points mean different things; compare the endings only.
        [options] They had other delegations, variants or rule modules.
        [rules] Rounds, or the versions of rule modules, are not the same.
       *[seed] Briefs, cards and news came differently to them.
    }
compare-same = All tables played the same deck with the same options, rules and seed.
compare-title-tables = The tables
compare-title-outcomes = How they ended
compare-title-terms = The text at the end
compare-title-scores = What each delegation reached
compare-title-tension = Tension, round by round
compare-grid-tables = Which table is which
compare-grid-outcomes = Outcomes
compare-grid-terms = Terms
compare-grid-scores = Scores
compare-grid-tension = Tension at the end of each round
compare-no-ending = no ending
compare-on-front = 0 points, nobody could gain unless another lost
compare-distance = { $points } { $points ->
        [one] point
       *[other] points
    }, { $better } { $better ->
        [one] better text
       *[other] better texts
    }
compare-of = { $part } of { $whole }
compare-scores-how = Score, in brackets the surplus over the fallback at the start, and the rating. The briefs may differ from table to table unless the seed is the same.
compare-score = { $points } ({ $surplus }), rating { $rating }
compare-round = { $round ->
        [0] Start
       *[other] Round { $round }
    }
