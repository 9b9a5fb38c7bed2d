# What came of the games on this machine.
results-none = Nobody has played a game to its end on this machine yet.
results-games = { $count ->
        [one] one game
       *[other] { $count } games
    } played to the end.
results-ending = { $ending } ({ $count })
results-endings = Endings seen: { $seen } of { $count }: { $which }.
results-not-yet = Not seen yet: { $which }.
results-best = Best as { $who }: rating { $rating }, { $band } ({ $ending }, { $when }).
results-rating = { $who } { $rating }
