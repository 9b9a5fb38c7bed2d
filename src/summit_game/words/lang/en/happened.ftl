# What happened, one sentence for each event. $who is a delegation.
happened-round = Round { $round } of { $rounds } begins; { $who } { $who-number ->
        [plural] move
       *[singular] moves
    } first.
happened-brief = { $who } { $who-number ->
        [plural] read their
       *[singular] reads its
    } brief.
happened-draws = { $who } { $who-number ->
        [plural] draw
       *[singular] draws
    } { $cards }.
happened-lays-down = { $who } { $who-number ->
        [plural] discard
       *[singular] discards
    } { $cards }.
happened-used = { $who } { $who-number ->
        [plural] have
       *[singular] has
    } used { $card }.
happened-reshuffled = The discarded Proposals are shuffled into a new deck.
happened-news = News: { $title } ({ $id }). { $text }
happened-injected = The facilitator brings in: { $title } ({ $id }). { $text }
happened-injected-for = The facilitator brings in for { $who }: { $title } ({ $id }). { $text }
happened-corridor = The Corridor is open: private talks, and promises in public.
happened-turn = It is the turn of { $who } ({ $pass ->
        [1] first
        [2] second
       *[other] number { $pass }
    } of this round).
happened-acted = { $who }: { $action }.
happened-no-promise = { $who } { $who-number ->
        [plural] make
       *[singular] makes
    } no promise.
happened-promises = { $who } { $who-number ->
        [plural] promise
       *[singular] promises
    } in public: { $promise }.
happened-track = { $track } { $rises ->
        [yes] rises
       *[no] falls
    }{ $by ->
        [1] {""}
       *[other] {" "}by { $by }
    } to { $value }{ $cause }.
happened-seat-track = { $track } of { $who } { $rises ->
        [yes] rises
       *[no] falls
    }{ $by ->
        [1] {""}
       *[other] {" "}by { $by }
    } to { $value }{ $cause }.
happened-units = { $units } of { $side } in { $zone } { $rises ->
        [yes] rise
       *[no] fall
    }{ $by ->
        [1] {""}
       *[other] {" "}by { $by }
    } to { $value }{ $cause }.
happened-monitor = { $who } { $who-number ->
        [plural] place
       *[singular] places
    } a monitor in { $zone }.

# Packages, votes, steps and orders.
happened-package = On the table from { $who }: { $changes }.
happened-objects = { $who } { $who-number ->
        [plural] object
       *[singular] objects
    }.
happened-silent = { $who } { $who-number ->
        [plural] stay
       *[singular] stays
    } silent.
happened-no-objection = Nobody objects; { $passes ->
        [yes] it passes
       *[no] it does not pass
    }.
happened-objections = Objections from { $who }; { $passes ->
        [yes] it passes
       *[no] it does not pass
    }.
happened-adopted = Adopted: { $changes }.{ $reopened ->
        [yes] {" "}An agreed issue was reopened.
       *[no] {""}
    }
happened-failed = The package of { $who } has failed.
happened-step-answers = { $who } { $who-number ->
        [plural] take a goodwill step that answers
       *[singular] takes a goodwill step that answers
    } { $other }.
happened-step = { $who } { $who-number ->
        [plural] take a goodwill step and wait
       *[singular] takes a goodwill step and waits
    } for an answer.
happened-step-lapsed = The step of { $who } was not answered in time.
happened-orders-called = Posture: secret orders from { $who }.
happened-order = { $who } { $who-number ->
        [plural] write their
       *[singular] writes its
    } order: { $order }.
happened-orders = Orders are shown. { $orders }.
happened-order-void = The order of { $who } could not be carried out: { $order }.

# The question, ratification, the Reckoning and the end.
happened-question = { $who } { $who-number ->
        [plural] call
       *[singular] calls
    } the vote on signing: sign the treaty as it stands?
happened-question-final = The Final Session calls the vote on signing: sign the treaty as it stands?
happened-flash = Die roll { $number } for { $purpose }.
happened-flash-for = Die roll { $number } for { $purpose } of { $who }.
happened-capital = The capital of { $who } { $ratified ->
        [yes] ratifies
       *[no] does not ratify
    } (support { $support }, draw { $draw }, red-line penalty { $penalty }).
happened-capital-asks = The capital of { $who } { $ratified ->
        [yes] ratifies
       *[no] does not ratify
    }: support { $support }, it asks for { $asked }{ $penalty ->
        [0] {""}
       *[other] {" "}because of a red line
    }{ $covered ->
        [yes] , and what was short is covered
       *[no] {""}
    }.
happened-signing-failed = The treaty does not enter into force.{ $barred ->
        [yes] {" "}This text cannot be put again unchanged.
       *[no] {""}
    }
happened-in-force = The treaty enters into force.
happened-in-force-without = The treaty enters into force, without { $absent }.
happened-reckoning = Reckoning: the end of round { $round }.
happened-promise = { $who } { $kept ->
        [yes] kept
       *[no] broke
    } { $who-number ->
        [plural] their
       *[singular] its
    } promise ({ $promise }).
happened-conflict = Conflict breaks out { $cause }.
happened-ended = The game is over: { $title }.
# What would turn an objector, and the one amendment.
happened-reason = { $who } would have agreed with { $changes }.
happened-reason-either = { $who } would have agreed with either of these: { $changes }.
happened-reason-none = { $who }: no other level would have turned us.
happened-amended = { $who } { $who-number ->
        [plural] amend
       *[singular] amends
    } the package: { $changes }. All others answer again.
happened-amendment-declined = { $who } { $who-number ->
        [plural] leave
       *[singular] leaves
    } the package as it is.

# Capitals that hesitate, and what is reopened.
happened-capitals-called = The capitals vote: { $who }.
happened-hesitates = The capital of { $who } hesitates: it falls short by { $short }.
happened-step-asked = { $who } { $who-number ->
        [plural] ask
       *[singular] asks
    } for one step, for the sake of { $who-number ->
        [plural] their
       *[singular] its
    } capital: { $change }. All others answer on the whole text.
happened-step-granted = The step is written into the text; the capital of { $who } falls short by 1 less.
happened-step-refused = The step is refused; the text stays as it is.
happened-paid-card = { $who } { $who-number ->
        [plural] give
       *[singular] gives
    } up a Concession at home; that covers { $covers }.
happened-paid-pledge = { $who } { $who-number ->
        [plural] take
       *[singular] takes
    } back a pledge at home; that covers { $covers }.
happened-paid-goal = That covers { $covers } of what the capital of { $who } asks.
happened-goal-given-up = { $who } { $who-number ->
        [plural] show a goal and give
       *[singular] shows a goal and gives
    } it up: { $title }.
happened-reopening-called = { $who } { $who-number ->
        [plural] have not signed or ratified, and name
       *[singular] has not signed or ratified, and names
    } an agreed issue that goes back into brackets.
happened-reopened = { $who } { $who-number ->
        [plural] reopen
       *[singular] reopens
    } { $issue }: nothing is agreed on it any more.

# Talk between delegations (R19). $said is what they say.
happened-message = { $who } to { $to }: a message that only they hear.
happened-message-heard = { $who } to { $to }: { $said }
happened-message-voice = { $who } to { $to }: “{ $line }” – { $said }
happened-answer = { $who } to { $to }, in answer: { $said }
happened-answer-voice = { $who } to { $to }, in answer: “{ $line }” – { $said }
happened-talk-passed = { $who }: no more messages in this round.
happened-word = The word of { $who } to { $to } { $how ->
        [kept] is kept
        [broken] is broken
       *[done] counts: what was warned of was done
    }.
happened-understanding-kept = An understanding was kept by both { $one } and { $other }.
happened-accused = { $who } { $who-number ->
        [plural] show
       *[singular] shows
    } that the word of { $to } is broken: { $said }
happened-shading = { $who } { $who-number ->
        [plural] let
       *[singular] lets
    } the package of { $to } pass without the level that was asked for in private.
