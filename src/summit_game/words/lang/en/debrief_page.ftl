# The page of a debrief: what stands beside its pictures, and what they show to those who cannot see them.
debrief_page-skip = To the debrief
debrief_page-head = Debrief · { $deck } · { $date } · round { $round } of { $rounds }
debrief_page-round = Round { $rounds }
debrief_page-rounds = R{ $rounds }
debrief_page-to = to
debrief_page-your-game = Your game

# The opening: sentences that follow from the game by rule.
debrief_page-agreed = { $all ->
        [yes] All { $issues } issues left their brackets.
       *[no] { $count ->
            [0] None of the { $issues } issues left its brackets.
            [one] One of the { $issues } issues left its brackets.
           *[other] { $count } of the { $issues } issues left their brackets.
        }
    }
debrief_page-in-force = { $out ->
        [none] { $capitals ->
            [yes] Every capital ratified.
           *[no] Everybody signed.
        }
       *[other] The treaty is in force without { $out }.
    }
debrief_page-never-put = The vote on signing was never called.
debrief_page-signing-failed = The vote on signing failed: { $who } objected.
debrief_page-not-ratified = The text was signed, but not ratified in the { $who-number ->
        [plural] capitals
       *[singular] capital
    } of { $who }.
debrief_page-conflict = In round { $round } it came to a conflict, with { $track } at { $value }.
debrief_page-tried = { $issue } was tried most often, { $count } times, and stayed open.
debrief_page-results = Points. The black line is the fallback: what leaving without a treaty was worth at the start. { $all ->
        [yes] Everybody ended at it or above; the smallest gain is { $least }.
       *[no] Not everybody reached it.
    }

# The ladder of the final text.
debrief_page-named-text = Text
debrief_page-text = { $over ->
        [yes] The final text
       *[no] The text
    }
debrief_page-text-how = From the status quo on the left to what stands at the end. A bar above marks the way.
debrief_page-text-marks = Solid mark: moved there. Hollow: tried in these rounds and refused.
debrief_page-brackets = Brackets
debrief_page-never-agreed = not agreed.
debrief_page-core = core
debrief_page-adopted = moved it there
debrief_page-refused = tried, refused
debrief_page-more-tried = and { $count } more
debrief_page-still-open = still in brackets

# Capitals.
debrief_page-capital-title = Capital by capital
debrief_page-capitals = Capital by capital: support at home{ $drawn ->
        [yes] , plus one draw, less red lines
       *[no] , less red lines
    }; { $need } is enough
debrief_page-capitals-earlier = An earlier signing failed in the capitals; this is the last one.
debrief_page-capital-of = Capital of
debrief_page-capital-support = Support
debrief_page-capital-draw = Draw
debrief_page-capital-red = Red lines
debrief_page-capital-covered = Covered at home
debrief_page-capital-total = Sum
debrief_page-capital-asks = Asks
debrief_page-capital-sum = Sum, line at { $need }
debrief_page-capital-ratifies = Ratifies

# What the draft was worth.
debrief_page-named-worth = Worth
debrief_page-worth = What the draft was worth
debrief_page-worth-how = Points over the fallback, by each secret brief. Below the line, leaving was worth more.
debrief_page-worth-hint = { $turns ->
        [0] The mark and the dash of a line say whose it is.
       *[other] Numbers: where it tipped.
    }
debrief_page-worth-told = What the draft was worth to each delegation over its fallback, move by move.
debrief_page-worth-all = { $always ->
        [yes] The draft was worth the fallback or more to everybody from the start.
       *[no] From round { $round } on the draft was worth the fallback or more to everybody.
    }
debrief_page-worth-short = { $all ->
        [yes] At the end the draft was worth less than the fallback to everybody.
       *[no] At the end the draft was worth less than the fallback to { $who }.
    }
debrief_page-fallback = { $short ->
        [yes] fallback
       *[no] fallback: what leaving is worth
    }
debrief_page-fit-change = { $ending }: fit { $before } → { $after }

# Votes.
debrief_page-named-votes = Votes
debrief_page-votes = Who supported whom
debrief_page-votes-how = { $passed } of { $count } { $count ->
        [one] text
       *[other] texts
    } passed. Silence is consent.
debrief_page-always = { $who } objected to every package of others on { $issue }.
debrief_page-votes-marks = Mark: tabled it. – silent. ✕ objected. ✓ passed.
debrief_page-votes-caption = Votes: who tabled, who kept silence, who objected
debrief_page-votes-left = { $count } more { $count ->
        [one] vote that failed stands
       *[other] votes that failed stand
    } on the full page.
debrief_page-on-the-table = On the table
debrief_page-signing = Sign the treaty
debrief_page-result = Result
debrief_page-tabled = tabled
debrief_page-objected = objected
debrief_page-silent = silent
debrief_page-not-asked = not asked
debrief_page-passed = { $passed ->
        [yes] passed
       *[no] failed
    }
debrief_page-votes-points = What each vote was worth
debrief_page-passes = Who let whose text pass
debrief_page-tabled-by = Tabled by
debrief_page-texts-column = Texts
debrief_page-texts = { $count } { $count ->
        [one] text
       *[other] texts
    }
debrief_page-tracks = What it did to the table

# The map.
debrief_page-named-map = Map
debrief_page-map = The map, round by round
debrief_page-map-how = Units after the orders of each round. From start to end: { $units }.
debrief_page-map-hint = Brackets: the most that the text allows, where that is less than at the start.
debrief_page-map-caption = Units at the end of each round
debrief_page-zone = Place and side
debrief_page-zone-of = { $zone }, { $side }
debrief_page-side-units = { $side } { $first } → { $last }
debrief_page-units = { $side } { $count }
debrief_page-moved = { $side }: { $moved }
debrief_page-nothing-moved = nothing moves

# What was possible.
debrief_page-named-deals = Deals
debrief_page-deals-points = Points for each delegation
debrief_page-deals-caption = Black line: fallback. Mark: the text at the end. { $even ->
        [none] No text suited everybody.
       *[other] Ring: an even text ({ $even }).
    }
debrief_page-deals-told = { $who }: fallback { $least }, text at the end { $points }
debrief_page-fits-how = 0 to 100, from the first move to the last.
debrief_page-fit-ends = of 100 at the end, { $first } at the start
debrief_page-front-how = Line: the best texts for these two. Black lines: fallback. Double ring: the text at the end. Rings: the drafts by round. Diamonds: the named texts below.

# What if.
debrief_page-mean-points = Score on average:

# Questions and details.
debrief_page-named-followed = What followed
debrief_page-named-questions = Questions
debrief_page-named-history = What was said
debrief_page-questions-how = { $count } to begin with. Each has its fact and its place in the game.
debrief_page-look = Round { $round }, moment { $moment }
debrief_page-look-round = (Round { $round })
debrief_page-history-how = Each issue: the text of this table, and who said what in the real world.
debrief_page-more-how = Everything behind the pictures.
debrief_page-more-print = All of it is printed, also what is folded.
debrief_page-moves = { $round ->
        [0] Move by move: before round 1
       *[other] Move by move: round { $round }
    }

# The one person at a table of bots.
debrief_page-your-result = You played { $who } and reached { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, { $surplus } against your fallback.
debrief_page-your-packages = { $count ->
        [0] You tabled no package.
        [one] You tabled one package; { $passed ->
                [0] it failed.
               *[other] it passed.
            }
       *[other] You tabled { $count } packages; { $passed ->
                [0] none
               *[other] { $passed }
            } passed.
    }
debrief_page-your-objections = You voted on { $count } { $count ->
        [one] text
       *[other] texts
    } of others and objected to { $objected ->
        [0] none
       *[other] { $objected }
    }{ $alone ->
        [0] {""}
        [1] , once alone
        [2] , twice alone
       *[other] , { $alone } times alone
    }.
debrief_page-your-worth = { $how ->
        [always] To you the draft was worth your fallback or more all the time
        [since] To you the draft was worth your fallback or more from round { $round } on
        [lost] To you the draft was worth more than your fallback for a while, and less at the end
       *[never] To you the draft was never worth your fallback
    }; at the end { $last }.
debrief_page-your-deals = Of all texts the best would have given you { $best } points; the text at the end gives { $points }{ $signs ->
        [yes] , and by your brief you would sign it.
       *[no] , and by your brief you would not sign it.
    }
debrief_page-your-points = You would have reached { $points } points{ $runs ->
        [one] {""}.
       *[other] {" "}on average.
    }
