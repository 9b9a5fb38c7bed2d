# What a debrief says. $at is a place in the game, such as "round 2, moment 14".

# Questions for the room, with the facts behind them.
debrief-possible-first = First at { $at }: { $worth }.
debrief-possible-against = { $who } { $value } against { $least }
debrief-possible-stayed = { $stayed ->
        [yes] It stayed so to the end.
       *[no] It was so at { $held } of the { $since } moments from then on.
    }
debrief-possible-behind = What brought it there: { $behind }.
debrief-possible-later = In round { $round } the draft was for the first time worth everybody's fallback or more. { $settled ->
        [yes] Who moved before, and what made it possible then?
       *[no] What stood between it and a treaty?
    }
debrief-possible-dealt = When the cards were dealt the draft was worth everybody's fallback or more. { $settled ->
        [yes] What was still worth a negotiation?
       *[no] What stood between it and a treaty?
    }
debrief-never-put = The vote on signing was never called; { $agreed } { $agreed ->
        [one] issue was
       *[other] issues were
    } agreed, { $needed } { $needed ->
        [one] is
       *[other] are
    } needed (R7.1).
debrief-then = ; then{" "}
debrief-put = The vote on signing was called { $put ->
        [1] once
        [2] twice
       *[other] { $put } times
    }; { $objectors ->
        [none] nobody objected
       *[other] objections from { $objectors }
    }{ $signed ->
        [0] {""}
        [1] ; it was signed once and did not enter into force
        [2] ; it was signed twice and did not enter into force
       *[other] ; it was signed { $signed } times and did not enter into force
    }.{ $refused ->
        [none] {""}
       *[other] {" "}Capitals that did not ratify: { $refused } (R15.5).
    }
debrief-never-nearest = Nearest at { $at }; points missing to the fallback: { $short }.
debrief-never-zone = { $zone } of the { $signable } { $signable ->
        [one] text
       *[other] texts
    } that could be signed were worth everybody's fallback at the start or more and crossed no red line.
debrief-never-carried = A treaty is in force, though no draft was worth everybody's fallback. What carried it?
debrief-never-kept-away = No draft here was worth everybody's fallback. What kept the table away from such a text?
debrief-never-none = No text at all was worth everybody's fallback. What outside the text could have helped?
debrief-trade = In round { $round } { $issues } moved in one package. Which paid for which, and would each have passed alone?
debrief-trade-tabled = { $who } tabled it: { $what }.
debrief-trade-points = { $who }: { $parts }, together { $total }.
debrief-blocker = In round { $round } { $who } could have stopped a package alone and stayed silent. What spoke for silence?
debrief-blocker-at = At { $at }: { $what }. Its brief values this at { $points } { $points ->
        [one] point
       *[other] points
    } for { $who }.
debrief-blocker-package = An objection of { $who } alone would have stopped it (R4.2, R4.3).
debrief-blocker-losses = It consented to { $count } { $count ->
        [one] package
       *[other] packages
    } that cost it points, { $points } in all.
debrief-signer = { $who } could have stopped the signing alone and signed for { $gap ->
        [more] { $points } { $points ->
                [one] point
               *[other] points
            } over
        [less] fewer points than
       *[same] the same as
    } its fallback. What made the difference to it?
debrief-signer-points = The text over the fallback when it was signed, in points: { $points }.
debrief-signer-alone = An objection of { $who } alone would have stopped the signing (R4.2, R4.3, R7.2).
debrief-missed = A single change would have helped { $whom ->
        [all] everybody
       *[other] { $whom } and cost nobody a point
    }: { $change }. How could the table have found it?
debrief-missed-points = Points: { $points }.
debrief-missed-tabled = A package with this level was tabled { $tabled ->
        [0] by nobody
        [1] once
        [2] twice
       *[other] { $tabled } times
    }{ $tabled ->
        [0] {""}
       *[other] { $fate ->
            [all] {" "}and passed
            [some] ; { $passed } passed
           *[none] {" "}and did not pass
        }
    }.
debrief-missed-other = Other texts gave more to somebody and less to nobody. What would the table have had to know to find one?
debrief-missed-better = { $count } { $count ->
        [one] text
       *[other] texts
    } of { $texts } did so.
debrief-missed-distance = One of them gave everybody at least { $points } { $points ->
        [one] point
       *[other] points
    } more.
debrief-shared = No text gave more to one delegation and less to none. So what decided how the gain was shared?
debrief-shared-points = The text over the fallback at the start, in points: { $points }.
debrief-broken = { $who } promised { $promise } in round { $round } and did otherwise. What followed from it, and what would keeping the promise have cost?
debrief-broken-at = { $who } promised at { $at }: { $promise }. The rules found it broken at { $checked }.
debrief-broken-before = Packages of { $who } before: { $tabled } tabled, { $adopted } adopted.
debrief-broken-afterwards = Packages of { $who } afterwards: { $tabled } tabled, { $adopted } adopted.
debrief-no-objections = Nobody objected to any of the { $count } { $count ->
        [one] package
       *[other] packages
    }. What kept objections away?
debrief-no-objections-fact = { $count } { $count ->
        [one] package
       *[other] packages
    } tabled, all adopted.
debrief-objections = { $who } objected to { $count } of the { $packages } { $packages ->
        [one] package
       *[other] packages
    } of others; nobody objected more often. { $right ->
        [yes] What did its right protect?
       *[no] What did it protect, and what did it give up?
    }
debrief-objections-counts = Objections to packages: { $counts }.
debrief-objections-issue = Named most often in what { $who } objected to: { $issue }, { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }.
debrief-objections-cost = By its brief { $cost } of these would have cost it points, { $gain } would have brought it points.
debrief-objections-passed = { $fate ->
        [none] None
        [all] All
       *[some] { $passed }
    } of these { $count } passed.
debrief-tipped = The outlook changed most in round { $round }: afterwards { $ending } matched the table { $better ->
        [yes] better
       *[no] less
    } than before. Who saw it coming, and what could still be done then?
debrief-tipped-at = At { $at }: { $what }.
debrief-tipped-fit = Fit of { $ending }: { $before } before, { $after } afterwards, of 100.
debrief-tension = { $track } was at its highest in round { $round }. What moved it: those at the table, or news?
debrief-tension-conflict = Conflict came at { $track } { $value } of { $high }. When could the table last have turned it?
debrief-tension-limit = In this game a conflict follows from { $track } and not from one delegation's choice.
debrief-tension-course = { $track } stood at { $first } after the deal, { $most } at its highest and { $last } at the end.
debrief-tension-rise = Its largest rise at once was { $rise }, at { $at }: { $what }.
debrief-kept = Every promise whose time came was kept. Who did something differently because of one?
debrief-kept-by = { $count } { $count ->
        [one] promise
       *[other] promises
    } kept, by { $who }.
debrief-agreed = Every issue was agreed. Which was the hardest to agree, and what made it possible?
debrief-agreed-most = Changed most often: { $issue }, { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }.
debrief-brackets = Some issues are still in brackets. Who gained by leaving them open, and who would have moved first?
debrief-brackets-issue = { $issue } stayed in brackets; it was tabled { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }.
debrief-expected = Which ending did you expect after the deal, and which move changed your mind?
debrief-expected-fit = { $ending }: fit { $first } after the deal, { $last } at the end.
debrief-out-of-role = Now leave the role. Put the brief aside and speak for yourself, under your own name. Each names one thing that the delegation wanted and that you as a person do not share. What you played was a model: it leaves out most of what real decisions weigh, and whoever sat for a delegation is not that delegation. The events of the real world that a game may point to are not a game; they happen to people.

# Where in the game, and what was done.
debrief-at = round { $round }, moment { $moment }
debrief-at-the-end = at the end
debrief-steps = { $count ->
        [0] not in the replay
        [1] step { $numbers } of the replay
       *[other] steps { $numbers } of the replay
    }
debrief-signing = Sign the treaty as it stands
debrief-news = news: { $card }
debrief-injected = the facilitator brings in{ $who ->
        [all] {""}
       *[other] {" "}for { $who }
    }: { $card }
debrief-orders = orders: { $orders ->
        [none] all hold
       *[other] { $orders }
    }
debrief-adopted = the package of { $who } is adopted: { $changes }
debrief-holds = { $who } { $who-number ->
        [plural] hold
       *[singular] holds
    }: { $what }.
debrief-holds-brief = brief { $title }
debrief-holds-goal = goal { $title }
debrief-holds-mood = mood { $title }
debrief-bring-in = Bring in{ $who ->
        [all] {""}
       *[other] {" "}for { $who }
    }: { $card }
debrief-move = Move { $what }: { $why }
debrief-moved-track = { $track } by { $by }
debrief-moved-seat-track = { $track } of { $who } by { $by }
debrief-moved-nothing = a track that stood at its end

# The head: what a reader should know first, and how much is shown.
debrief-closed = The archive is closed: hands, secret votes and orders, and the reasons of bots are left out; the facilitator opens it (option --open; on the screen h).
debrief-note-damaged = The journal is damaged; this is what could be read up to the damage.
debrief-note-ended = The facilitator ended the sitting before the game was over.
debrief-note-not-over = The game is not over.
debrief-note-there-not-over = There the game is not over.
debrief-note-open = What was private is shown all the same, because the archive is open; scores are as if it ended now.
debrief-shown-public = Only what everybody saw is shown.
debrief-shown-results = Shown is what everybody saw and, as at the end of a game, what each delegation reached.
debrief-shown-archive = The archive is open: hands, secret votes and orders, and the reasons of bots are shown.
debrief-player = { $who }, { $by }
debrief-player-not-said = not said
debrief-adviser = The adviser was asked: { $asked }.
debrief-asked = by { $who } { $count ->
        [one] once
       *[other] { $count } times
    }
debrief-players = Players: { $sat }.
debrief-played = Game { $id }, played on { $date }, { $long ->
        [yes] with { $hours } { $hours ->
                [one] hour
               *[other] hours
            } from the first move to the last, pauses included
       *[no] { $minutes ->
            [0] in less than a minute
            [one] in { $minutes } minute
           *[other] in { $minutes } minutes
        }
    }. It reached round { $round } of { $rounds }.

# Titles of sections and tables.
debrief-title-sections = Sections
debrief-title-details = Details
debrief-title = Debrief: { $deck }
debrief-title-table = The table
debrief-title-ending = { $over ->
        [yes] How it ended
       *[no] How it stands
    }
debrief-title-scores = What each delegation reached
debrief-title-turning = The turning points
debrief-title-chances = What was possible
debrief-title-questions = Questions for the room
debrief-title-out-of-role = Out of role
debrief-text = { $over ->
        [yes] The text at the end
       *[no] The text
    }
debrief-grid-results = Results
debrief-column-issue = Issue
debrief-column-level = Level
debrief-column-changed = Times changed
debrief-column-delegation = Delegation
debrief-column-score = Score
debrief-column-no-deal = Fallback
debrief-column-surplus = Surplus
debrief-column-rating = Rating
debrief-column-in-words = In words
debrief-column-gained = Gained
debrief-column-given = Given
debrief-column-objections = Objections
debrief-column-kept = Promises kept
debrief-column-broken = Promises broken

# The summary.
debrief-yes-no = { $value ->
        [yes] yes
       *[no] no
    }
debrief-ended = { $ending }. { $force ->
        [yes] A treaty is in force.
       *[no] No treaty is in force.
    }
debrief-no-ending = There is no ending.
debrief-scores-how = The fallback is what a delegation counted on at the start without a treaty; surplus is the score over it. A rating of 50 is exactly the fallback (R8.5). Gained and given are points by its own brief, over all changes of the text.
debrief-scores-together = Surplus of all together: { $total }. { $all ->
        [yes] Nobody
       *[no] Somebody
    } stayed below its fallback.
debrief-winners = Highest result, for those who play for a single winner (R8.7): { $who }.
debrief-turning = { $at }: { $what } ({ $ending }: fit { $before } to { $after }, { $change })
debrief-turning-how = The fit of an ending says how well it would have matched the table at that moment, from 0 to 100 (R8.3).
debrief-chances = Of { $count } { $count ->
        [one] text
       *[other] texts
    } that could have been written, { $zone } could be signed, gave everybody the fallback or more and crossed no red line.
debrief-chances-single = One change that helps and hurts nobody: { $change } ({ $gains }).
debrief-chances-unwilling = By their briefs { $who } would not have signed the text at the end.
debrief-look = Look at { $where } ({ $steps }).

# The details: what was done.
debrief-title-more = More
debrief-more = The whole debrief has also: { $rest }. The option --full shows it{ $size ->
        [short] , and --class what a class needs of it
       *[class] {""}
    }.
debrief-title-fits = How well each ending fitted
debrief-of-fit = of 100 points of fit
debrief-title-points = Point by point
debrief-of-score = points, surplus { $surplus }
debrief-title-ledger = Who gave what
debrief-ledger-how = Points by each delegation's own brief, over all changes of the text. Concessions are its own cards that were adopted in a package or played as a step.
debrief-grid-delegations = Delegations
debrief-grid-issues = Issue by issue
debrief-title-votes = Votes
debrief-grid-votes = Every vote that was shown
debrief-votes-how = The points are what adopting the package means to each delegation by its brief; in a vote on signing, what the text is worth over the fallback at that moment. Who pays is who would lose by it.
debrief-votes = { $count } { $count ->
        [one] vote
       *[other] votes
    }, { $passed } passed.
debrief-title-promises = Promises
debrief-grid-promises = Every promise
debrief-promise-kept = kept
debrief-promise-broken = broken
debrief-promise-open = not known yet
debrief-promise-untested = not tested, since the game ended first
debrief-promises = { $count } { $count ->
        [one] promise
       *[other] promises
    }: { $kept } kept, { $broken } broken{ $others ->
        [0] {""}
       *[other] , { $others } { $open ->
            [yes] not known yet
           *[no] not tested, since the game ended first
        }
    }.
debrief-title-facilitator = What the facilitator did
debrief-grid-facilitator = Every act of the facilitator (time in UTC)
debrief-title-rounds = Round by round
debrief-start = Start
debrief-support = Support, { $who }
debrief-worth-text = { $who }, text
debrief-worth-no-deal = { $who }, fallback
debrief-grid-tracks = Tracks
debrief-grid-fits = How well each ending would have fitted then
debrief-grid-worth = What the text was worth, and the fallback, in points
debrief-title-moves = Move by move
debrief-moves-round = { $round ->
        [0] Before round 1
       *[other] Round { $round }
    }
debrief-from-to = { $first } to { $last }
debrief-secret-vote = Secret votes: { $who }.
debrief-secret-order = Secret orders: { $who }.
debrief-secret-answer = An answer that only two hear: { $who }.
debrief-hidden = [Archive: { $what }]
debrief-column-together = Together
debrief-column-concessions = Concessions
debrief-column-delegation-issue = Delegation and issue
debrief-column-moment = Moment
debrief-column-by = By
debrief-column-what = What
debrief-column-passed = Passed
debrief-column-pays = Who pays
debrief-column-outcome = Outcome
debrief-column-round = Round
debrief-column-time = Time
debrief-column-line = Line
debrief-column-points = Points
debrief-column-behind = Behind it
debrief-column-deal = Deal
debrief-column-change = Change
debrief-column-before = Before
debrief-column-after = After
debrief-column-who = Who
debrief-column-when = When
debrief-column-source = Source
debrief-column-ending = Ending
debrief-column-games = Games
debrief-column-share = Share
debrief-column-table = Table
debrief-column-game = Game
debrief-column-deck = Deck
debrief-column-options = Options
debrief-column-played = Played on
debrief-column-note = Note
debrief-column-force = In force
debrief-column-distance = Distance to the best possible texts
debrief-column-votes = Votes passed
debrief-column-tension = Tension at the end
debrief-column-interval = 95 % interval

# The details: what could have been, and what really happened.
debrief-title-deals = For teachers: the texts that were possible
debrief-grid-deals = What texts give, in points and over the fallback
debrief-grid-texts = Their texts
debrief-grid-single = Single changes that help one and hurt none
debrief-deal-outcome = Text at the end
debrief-deal-best = Best of all texts
debrief-deal-no-deal = Fallback at the start
debrief-deal-nash = Nash product
debrief-deal-kalai-smorodinsky = Kalai-Smorodinsky
debrief-deal-largest-sum = Largest sum{ $who ->
        [unanimous] , unanimous
       *[other] {""}
    }
debrief-deal-egalitarian = Largest smallest surplus
debrief-among = { $who ->
        [zone] Of the texts in the agreement zone
        [unanimous] Of the unanimous deals
       *[all] Of all deals
    }
debrief-define-nash = { debrief-among }, the one with the largest product of { $who ->
        [zone] surplus plus one (R8.8).
       *[other] surpluses.
    }
debrief-define-kalai-smorodinsky = { debrief-among }, the one whose smallest share is largest; a party's share is its surplus divided by the largest surplus that one of these gives it.
debrief-define-largest-sum = { debrief-among }, the one worth most to all together.
debrief-define-egalitarian = { debrief-among }, the one that gives most to whoever gains least.
debrief-deal-definition = { $name }: { $definition }{ $ties ->
        [1] {""}
       *[other] {" "}{ $ties } texts fit this equally well; the first is shown.
    }
debrief-deals-texts = { $count } { $count ->
        [one] text
       *[other] texts
    } in all; { $signable } could have been put to the vote on signing (R7.1).
debrief-deals-zone = { $zone } of these were worth everybody's fallback or more and crossed no red line; { $consensus } under this table's rule of consensus (R4.2 to R4.4).
debrief-deals-pareto = { $count } { $count ->
        [one] text was
       *[other] texts were
    } efficient: nobody could gain unless another lost. { $zone } of them lay in the agreement zone.
debrief-place-front = The text at the end is efficient: no text gives more to one delegation and less to none.
debrief-place = The text at the end is not efficient: { $count } { $count ->
        [one] text gives
       *[other] texts give
    } more to somebody and less to nobody. Distance to the best possible texts: { $points ->
        [0] 0, none gives more to everybody.
        [one] { $points } point that everybody could have had on top.
       *[other] { $points } points that everybody could have had on top.
    }
debrief-no-single = No single change of one issue would have helped one delegation and hurt none.
debrief-closest = The nearest text that each delegation would have signed:
debrief-closest-none = { $who }: no text at all would have done.
debrief-closest-same = { $who }: the text at the end itself, surplus { $surplus }.
debrief-closest-changed = { $who }: { $count } { $count ->
        [one] issue
       *[other] issues
    } changed, surplus { $surplus }: { $changes }.
debrief-title-history = What was said and written, issue by issue
debrief-at-this-table = At this table
debrief-invented = { $source } (invented)
debrief-title-whatif = What if
debrief-certain = certain
debrief-interval = { $low } to { $high } %
debrief-played-on = Played on from { $at }, { $count } { $count ->
        [one] time
       *[other] times
    }.
debrief-mean-points = Score of each delegation, on average: { $points }.
debrief-title-facts = The facts behind the questions
debrief-title-aftermath = What follows in this game's world

# Pictures on the page, and what they show to those who cannot see them.
debrief-chart-no-deal = fallback
debrief-chart-text = the text at the end
debrief-chart-pair = Points for { $across } (across) and { $up } (up)
debrief-chart-pair-told = The text at the end gives { $first } and { $second }; the fallback is { $one } and { $other }.
debrief-chart-small = { $track } goes from { $first } to { $last }, at most { $high }.
