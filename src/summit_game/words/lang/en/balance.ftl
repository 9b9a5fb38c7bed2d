# The balance report.
balance-begin = { $deck }: { $delegations }; { $games } { $games ->
        [one] game
       *[other] games
    } of each kind of play, seeds from { $seed }. Intervals are 95 %.
balance-begin-parts = { $deck }: { $delegations }; { $games } { $games ->
        [one] game
       *[other] games
    } at mixed tables, seeds from { $seed }. Each seat draws a personality and level 2 or 3.
balance-stands-out = What stands out
balance-endings = Endings, % of games
balance-delegations = Delegations: score against no deal
balance-deals = Deals that exist, and deals found
balance-going-first = Going first
balance-actions = Actions: times taken, % of packages adopted, % by players who ended above no deal
balance-cards = Cards: times played, and % that succeed (see docs/balance-report.md)
balance-never-played = Never played
balance-dominated = Dominated
balance-nothing = nothing
balance-none = none
balance-kind = { $kind }, ratio { $ratio }
balance-score = score
balance-no-deal = no deal
balance-above = above %
balance-rating = rating
balance-wins = wins %
balance-too-many-texts = The deck has too many texts to look at them all.
balance-deals-exist = { $exist } of { $games } { $games ->
        [one] deal
       *[other] deals
    } of cards allow a treaty that nobody loses by; of { $texts } texts { $mean } do on average ({ $smallest } to { $largest }).
balance-settled = settled
balance-found = found
balance-found-share = found %
balance-nash = Nash %
balance-below = below no deal
balance-turned = { $games } { $games ->
        [one] game
       *[other] games
    } of { $kind } with the seats moved on; points of rating against the own mean.
balance-by-place = by place in round 1:  { $places }
balance-when-first = when it goes first:   { $delegations }
balance-dominated-by = { $card } by { $by }: { $why }
balance-nobody-prefers = no delegation prefers level { $level } of { $issue } to { $better }
balance-did-worse = its player did worse after it with every kind of play
balance-bots-unused = --bots chooses the kinds of play of the overview; add --part overview, or leave it out
balance-named-twice = a kind of play is named twice; name each once

# What stands out.
balance-ratio = { $kind }: { $best } has { $times } times the mean rating of { $worst }; at most { $fair } is fair
balance-ratio-endless = { $kind }: { $best } has infinitely often the mean rating of { $worst }; at most { $fair } is fair
balance-below-no-deal = { $kind }: { $count } { $count ->
        [one] settlement was
       *[other] settlements were
    } worth less to somebody than no deal at the start
balance-no-ending = no game ended in { $ending }
balance-no-treaty = { $count } { $count ->
        [one] deal of cards allows
       *[other] deals of cards allow
    } no treaty that all can accept
balance-first-matters = going first changes the rating by { $points } points

# The parts about mixed tables. A count stands with its share: 12 (60 %).
balance-part-endings = Endings of { $games } mixed games
balance-part-counts = What happened in { $games } mixed games
balance-part-clauses = Clauses that bite: times a game, and in brackets the share of { $games } mixed games
balance-part-variety = Variety: signed treaties, and the best (Nash) texts of { $deals } { $deals ->
        [one] deal
       *[other] deals
    }
balance-part-predict = Settled or not, told after each round of { $games } mixed games
balance-part-fairness = Fairness: seats in { $games } mixed games, { $settled } of them settled
balance-part-quality = Quality of { $settled } treaties
balance-part-levels = Levels in { $settled } treaties
balance-part-modules = Rule modules: each off, in the same { $games } mixed games
balance-part-flips = The last chance event of the last round rolled again, { $games } mixed games
balance-part-skill = Skill: who sits in one seat of { $games } mixed tables, against the best bot ({ $best }) in the same seats; mean ± standard error
balance-part-steps = Each level over the one below, same seats
balance-conflict-rounds = Round of the conflicts: { $rounds }.
balance-adopted-share = Packages adopted, amended ones too, of those tabled: { $adopted }.
balance-answered-share = Steps that answer a step, of all steps: { $answered }.
balance-clauses-note = stops: objections held by it; decides: and by no clause of another kind; alone: and by no other clause at all.
balance-predict-note = Logistic model, five-fold cross-validated. Public: what all see. All: also what each delegation would end with as things stand.
balance-one-text = One text in most zones of agreement: { $text }, in { $zones }.
balance-nearly-all = Texts in at least 90 % of the zones: { $texts }.
balance-most-over-least = Single wins, most over least: { $times }.
balance-none-off = none off
balance-any = any
balance-texts-signed = signed
balance-texts-best = best
balance-quality-nash = share of the Nash product (treaties measured)
balance-quality-zone = in the zone of agreement
balance-quality-efficient = efficient: no text is better for all
balance-quality-below = somebody ends below 50
balance-quality-stalemates = stalemates with a text in the zone
balance-count-tabled = packages tabled
balance-count-adopted = packages adopted
balance-count-amended = packages amended
balance-count-steps = unilateral steps
balance-count-answered = steps that answer one
balance-count-kept = promises kept
balance-count-broken = promises broken
balance-count-lost = treaties lost in a capital
balance-count-brink = brink checks
balance-head-ending = ending
balance-head-games = games
balance-head-agreed = agreed issues
balance-head-rating = rating
balance-head-what = what
balance-head-per-game = per game
balance-head-in-games = in games
balance-head-clause = clause
balance-head-moves = moves
balance-head-stops = stops
balance-head-decides = decides
balance-head-alone = alone
balance-head-bars = bars
balance-head-happens = happens
balance-head-ends = ends
balance-head-texts = texts
balance-head-distinct = distinct
balance-head-effective = effective
balance-head-commonest = commonest
balance-head-text = its text
balance-head-round = after round
balance-head-games-on = games on
balance-head-settle = settle
balance-head-r2-public = R² public
balance-head-auc-public = AUC public
balance-head-r2-all = R² all
balance-head-auc-all = AUC all
balance-head-delegation = delegation
balance-head-single-wins = single wins
balance-head-ceiling = at 97 or more
balance-head-outside = outside mandate
balance-head-count = count
balance-head-issue = issue
balance-head-off = off
balance-head-ending-changed = ending changed
balance-head-text-changed = text changed
balance-head-moved = mean change of a rating
balance-head-roll = roll
balance-head-rolled = rolled
balance-head-flipped = ending changes
balance-head-in-the-seat = in the seat
balance-head-to-best = against best
balance-head-met = 50 or more
balance-head-level = level
balance-head-over-below = gains
