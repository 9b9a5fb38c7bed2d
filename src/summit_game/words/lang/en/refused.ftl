# Why something is not allowed. The clause is added in brackets.
refused-cards-out-of-order = The cards of an action are written in the order of the deck.
refused-changes-nothing = { $issue } already stands at level { $level }; { $each } would change nothing.
refused-choose-later-round = Choose a later round, up to { $rounds }; or bring the card in now.
refused-draw-first = { $count ->
        [one] Zone { $names } stands above its cap
       *[other] Zones { $names } stand above their caps
    }; give DRAW there first.
refused-enough-monitors = There are never more than { $monitors-max } { $monitors-max ->
        [one] monitor
       *[other] monitors
    }.
refused-exercise-needs-unit = An exercise in zone { $name } needs a unit of your side there.
refused-game-over = The game is over.
refused-game-paused = The facilitator has paused the game.
refused-has-pledged = You have already pledged { $id }.
refused-has-pressed = You have already played a Pressure card this round.
refused-has-rallied = You have already rallied or pledged this round.
refused-issue-twice = All cards of a package are on different issues.
refused-makes-no-promises = Formal promises are not for { $name }.
refused-monitor-stands-there = A monitor already stands in zone { $zones }.
refused-move-id = The id of a move is one line of at most { $id-length } plain characters.
refused-neutral-exercises-nothing = A neutral delegation has no units to exercise.
refused-neutral-has-no-units = A neutral delegation has no units.
refused-no-card-queued = There is no card { $number } in the queue.
refused-no-clock = This table has no clock.
refused-no-concession-for-step = A step costs a Concession from your hand, and you do not hold that one.
refused-no-core-issue = A treaty needs an agreed core issue ({ $cores }).
refused-no-exercise-there = { $issue } { $level } allows no exercise in zone { $name }.
refused-no-return-to-brackets = { $name } cannot return to brackets; an informal paper sets a level from 1 on.
refused-no-such-action = The rules of this game know no such action.
refused-no-such-card = There is no such event card or delegation at this table.
refused-no-such-concessions-held = You do not hold those Concessions.
refused-no-such-level = { $name } has the levels 1 to { $number }.
refused-no-such-point = There is no point { $place } in this game to go back to.
refused-no-such-pressure-held = You do not hold that Pressure card.
refused-no-such-proposal-held = You do not hold that Proposal.
refused-no-such-proposals-held = You do not hold those Proposals.
refused-no-such-seat = There is no such seat at this table.
refused-no-such-track = There is no such track or delegation at this table.
refused-no-unit-there = Your side has no unit in zone { $name }.
refused-nonpaper-costs-two = An informal paper costs two Proposals, and you do not hold two.
refused-not-complete = The action is not complete or holds numbers that this game does not have.
refused-not-offered-now = The rule module of this action does not offer it now.
refused-not-your-last = You can only take back your own action, and only while nothing else has happened since.
refused-not-your-turn = It is not your turn; the table waits for { $names }.
refused-note-is-empty = The note is empty; write something.
refused-nothing-done = Nothing has been done yet.
refused-nothing-to-redo = There is nothing of yours to do again, or something else has happened since.
refused-other-phase = { $when ->
        [corridor] Promises are made in the Corridor
        [floor] This is done on the Floor
        [vote] Delegations stay silent or object when a package or the treaty is put to the vote
        [posture] Orders are written in Posture
        [reasons] Objectors name what would turn them after a package has failed
        [amendment] A package is amended after the objectors were heard
        [capitals] Capitals are asked and paid once a treaty is signed
       *[reopening] Issues are reopened after a treaty has failed
    }; now { $phase ->
        [corridor] the Corridor is open
        [floor] a delegation has the floor
        [vote] a vote is taken
        [posture] orders are written
        [reasons] objectors name what would turn them
        [amendment] the package may be amended
        [capitals] a capital hesitates
        [step-vote] a step for a capital is answered
        [reopening] issues are reopened
       *[signing] the signing vote is taken
    }.
refused-other-rules = This game is looked at and not played on: { $why }.
refused-over-nothing-brought-in = The game is over; nothing can be brought in any more.
refused-over-nothing-moved = The game is over; nothing can be moved any more.
refused-places-no-monitors = Your delegation places no monitors.
refused-pledge-needs-credibility = A pledge needs credibility of 1 or more.
refused-promise-needs-credibility = A promise needs credibility of 1 or more.
refused-promise-not-offered = That promise is not offered in this game.
refused-promise-still-open = Your earlier promise of this kind is still open.
refused-question-is-over = That question is no longer asked; look at what is asked now.
refused-question-too-early = The question can be put from round { $first } on; this is round { $round }.
refused-question-was-put = The question has already been put this round.
refused-shown-since = Cards, numbers, votes or orders were shown or drawn since; what is known stays known.
refused-side-has-pressed = Your side has already played { $limit } Pressure cards this round.
refused-side-has-stepped = Your side has already taken a step this round.
refused-sitting-ended = The facilitator has ended this sitting.
refused-limit-is-reached = { $issue } at level { $level } allows { $units ->
        [0] no unit
        [one] { $units } unit
       *[other] { $units } units
    } of your side in zone { $zone }, and { $there } { $there ->
        [one] stands
       *[other] stand
    } there.
refused-stands-at-level = { $name } already stands at level { $level }.
refused-support-needs-level = Name an issue and a level, from 1 on, at which it does not stand already.
refused-takes-no-steps = Steps are not for { $name }.
refused-text-failed = This text failed ratification; an issue must change before it is put again.
refused-too-few-issues = Agreed issues: { $len }; a treaty needs { $min-issues }.
refused-too-little-trust = Trust { $trust } and verification { $points } make { $number }; signing needs { $need }.
refused-too-many-concessions = A package holds at most { $limit } Concessions.
refused-too-many-exchanged = CONSULT exchanges at most { $limit } Proposals.
refused-track-moved-too-far = A facilitator moves a track by at most { $most-moved } at once.
refused-track-needs-reason = A facilitator who moves a track says why.
refused-turn-of-another = It is the turn of { $name }, then others in order.
refused-zone-is-full = Zone { $zone } allows { $units ->
        [0] no unit
        [one] { $units } unit
       *[other] { $units } units
    } of your side, and { $there } { $there ->
        [one] stands
       *[other] stand
    } there.
refused-order-given-there = You have already given an order in that zone.
refused-no-orders-there = You give no orders in that zone.
refused-named-too-many = At most { $most } levels can be named.
refused-named-nothing-new = The package would bring that about anyway, or it is named twice.
refused-cannot-amend = { $how ->
        [add] You hold no such Concession on another issue, or the package holds as many as it may
       *[drop] The package does not hold that Concession
        [replace] You hold no such Proposal on the issue that is asked
        [write] No objector has named that level, or you do not hold that Proposal
    }.
refused-reopen-not-agreed = { $issue } is in brackets already.
refused-rally-not-needed = You rally only while your support is { $most } or lower.
refused-no-spend = There is no spending at home in this game.
refused-has-asked = You have already asked once.
refused-ask-not-towards-mandate = You can only ask for an agreed issue outside your mandate, one level towards it and not below 1.
refused-goal-does-not-hold = You have no goal whose test holds now.
refused-has-paid = You have already given up { $most } cards and pledges.
refused-pay-not-held = You do not hold that card, or have not pledged that issue.
