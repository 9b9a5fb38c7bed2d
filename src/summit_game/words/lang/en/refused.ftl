# Why something is not allowed. The clause is added in brackets.
refused-answer-first = Answer first what you were asked.
refused-ask-not-towards-mandate = You can only ask for an agreed issue outside your mandate, one level towards it and not below 1.
refused-cannot-amend = { $how ->
        [add] You hold no such Concession on another issue, or the package holds as many as it may
       *[drop] The package does not hold that Concession
        [replace] You hold no such Proposal on the issue that is asked
        [write] No objector has named that level, or you do not hold that Proposal
    }.
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
refused-goal-does-not-hold = You have no goal whose test holds now.
refused-has-asked = You have already asked once.
refused-has-mended = You have already expressed your regret to that delegation in this game.
refused-has-paid = You have already given up { $most } cards and pledges.
refused-has-pledged = You have already pledged { $id }.
refused-has-pressed = You have already played a Pressure card this round.
refused-has-rallied = You have already rallied or pledged this round.
refused-issue-twice = All cards of a package are on different issues.
refused-limit-is-reached = { $issue } at level { $level } allows { $units ->
        [0] no unit
        [one] { $units } unit
       *[other] { $units } units
    } of your side in zone { $zone }, and { $there } { $there ->
        [one] stands
       *[other] stand
    } there.
refused-makes-no-promises = Formal promises are not for { $name }.
refused-message-to-self = A message goes to another delegation.
refused-monitor-stands-there = A monitor already stands in zone { $zones }.
refused-move-id = The id of a move is one line of at most { $id-length } plain characters.
refused-named-nothing-new = The package would bring that about anyway, or it is named twice.
refused-named-too-many = At most { $most } levels can be named.
refused-neutral-exercises-nothing = A neutral delegation has no units to exercise.
refused-neutral-has-no-units = A neutral delegation has no units.
refused-no-card-queued = There is no card { $number } in the queue.
refused-no-adviser = There is no adviser at this table.
refused-no-adviser-graded = This game is graded: there is no adviser.
refused-no-clock = This table has no clock.
refused-no-concession-for-step = A step costs a Concession from your hand, and you do not hold that one.
refused-no-core-issue = A treaty needs an agreed core issue ({ $cores }).
refused-no-exercise-there = { $issue } { $level } allows no exercise in zone { $name }.
refused-no-orders-there = You give no orders in that zone.
refused-no-return-to-brackets = { $name } cannot return to brackets; an informal paper sets a level from 1 on.
refused-no-spend = There is no spending at home in this game.
refused-no-such-action = The rules of this game know no such action.
refused-no-such-answer = That is no answer to what you were asked.
refused-no-such-card = There is no such event card or delegation at this table.
refused-no-such-concessions-held = You do not hold those Concessions.
refused-no-such-level = { $name } has the levels 1 to { $number }.
refused-no-such-point = There is no point { $place } in this game to go back to.
refused-no-such-pressure-held = You do not hold that Pressure card.
refused-no-such-proposal-held = You do not hold that Proposal.
refused-no-such-proposals-held = You do not hold those Proposals.
refused-no-such-seat = There is no such seat at this table.
refused-no-such-track = There is no such track or delegation at this table.
refused-no-support-to-pay = There is no support left to pay with.
refused-no-unit-there = Your side has no unit in zone { $name }.
refused-no-word-broken = That delegation has broken no word to you that you have not shown already.
refused-nonpaper-costs-two = An informal paper costs two Proposals, and you do not hold two.
refused-not-complete = The action is not complete or holds numbers that this game does not have.
refused-not-offered-now = The rule module of this action does not offer it now.
refused-not-your-last = You can only take back your own action, and only while nothing else has happened since.
refused-not-your-turn = It is not your turn; the table waits for { $names }.
refused-note-is-empty = The note is empty; write something.
refused-nothing-agreed-to-sign = Nothing is agreed yet that could be signed.
refused-nothing-done = Nothing has been done yet.
refused-nothing-to-answer = Nothing was asked that you could answer now.
refused-nothing-to-mend = Your credibility is whole; there is nothing to mend.
refused-nothing-to-redo = There is nothing of yours to do again, or something else has happened since.
refused-nothing-to-withdraw = Nothing is open between you that could still be taken back.
refused-nothing-told-to-write = Write a level that a delegation told you in this round or the last, where the text stands as it did, into a package of cards that you hold.
refused-offer-not-open = That cannot be offered, or not for this.
refused-offered-often-enough = { $offers ->
        [one] One offer is
       *[other] { $offers } offers are
    } as many as you may make in a round.
refused-order-given-there = You have already given an order in that zone.
refused-other-phase = { $when ->
        [corridor] Promises are made in the Corridor
        [floor] This is done on the Floor
        [vote] Delegations stay silent or object when a package or the treaty is put to the vote
        [posture] Orders are written in Posture
        [reasons] Objectors name what would turn them after a package has failed
        [amendment] A package is amended after the objectors were heard
        [capitals] Capitals are asked and paid once a treaty is signed
        [talk] Messages are sent and answered in the Corridor, after the promises
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
        [talk] delegations talk
       *[signing] the signing vote is taken
    }.
refused-other-rules = This game is looked at and not played on: { $why }.
refused-over-nothing-brought-in = The game is over; nothing can be brought in any more.
refused-over-nothing-moved = The game is over; nothing can be moved any more.
refused-pay-not-held = You do not hold that card, or have not pledged that issue.
refused-places-no-monitors = Your delegation places no monitors.
refused-pledge-needs-credibility = A pledge needs credibility of 1 or more.
refused-promise-needs-credibility = A promise needs credibility of 1 or more.
refused-promise-not-offered = That promise is not offered in this game.
refused-promise-still-open = Your earlier promise of this kind is still open.
refused-question-is-over = That question is no longer asked; look at what is asked now.
refused-question-too-early = The question can be put from round { $first } on; this is round { $round }.
refused-question-was-put = The question has already been put this round.
refused-rally-not-needed = You rally only while your support is { $most } or lower.
refused-people-speak-aloud = People play that delegation too: speak to them. At this table messages go to bots.
refused-red-line-no-need-to-ask = That is a public red line of { $name }: red line, no need to ask.
refused-reopen-not-agreed = { $issue } is in brackets already.
refused-shown-since = Cards, numbers, votes or orders were shown or drawn since; what is known stays known.
refused-side-has-pressed = Your side has already played { $limit } Pressure cards this round.
refused-side-has-stepped = Your side has already taken a step this round.
refused-sitting-ended = The facilitator has ended this sitting.
refused-sounds-issue-twice = Both changes are on one issue; what is sounded out together is on different issues.
refused-sounds-nothing-new = The text already stands so.
refused-sounds-without-cards = Two changes are sounded out together if a Proposal in your hand asks for the first and a Concession gives the second.
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
refused-understanding-is-open = An understanding with that delegation is still open.
refused-warning-is-open = Your last warning to that delegation still stands.
refused-warning-not-open = Warn of what would lead you out of your mandate, of building or of pressure; and with something that you could do.
refused-word-needs-credibility = Offers and warnings need credibility of 1 or more.
refused-zone-is-full = Zone { $zone } allows { $units ->
        [0] no unit
        [one] { $units } unit
       *[other] { $units } units
    } of your side, and { $there } { $there ->
        [one] stands
       *[other] stand
    } there.
