# The log: what is said about an entry besides its events.
log-time-passed = Time is up for { $who }; a stand-in acts for it.
log-bot-failed = The bot of { $who } failed; a simple one stands in for it.
log-only-order = { $who } { $who-number ->
        [plural] have
       *[singular] has
    } to withdraw, and one place is left for it: the table gives the order. (R5.4, R9.10)
log-reason = Its reason: { $why }
log-undo = { $who } { $who-number ->
        [plural] take back their
       *[singular] takes back its
    } last action.
log-undo-alone = { $who } { $who-number ->
        [plural] take back their
       *[singular] takes back its
    } last decision, and all that followed.
log-redo = { $who } { $who-number ->
        [plural] do again what they
       *[singular] does again what it
    } took back.
log-rewind = The facilitator takes the game back to point { $point }, in round { $round }.
log-sit = { $who } { $who-number ->
        [plural] are
       *[singular] is
    } now played by { $player }.
log-note-to-all = The facilitator to all: { $text }
log-note-to = The facilitator to { $who }: { $text }
log-note-sent = The facilitator sends a note to { $who }.
log-say = { $who } to { $to }: { $text }
log-say-to-all = { $who } to all: { $text }
log-say-sent = { $who } { $who-number ->
        [plural] speak
       *[singular] speaks
    } to { $to }.
log-message = A note from { $who } to { $to }: { $text }
log-message-to-all = A note from { $who } to all: { $text }
log-message-sent = A note goes from { $who } to { $to }.
log-outcome = An outcome is entered.
log-outcome-as = An outcome is entered: { $text }
log-advice = { $who } { $who-number ->
        [plural] ask their
       *[singular] asks its
    } adviser.
log-adviser = { $on ->
        [yes] Delegations may ask an adviser from now on.
       *[no] There is no adviser any more.
    }
log-queue = The facilitator lines up an event card for round { $round }.
log-twice = This round's news is the same card: what the facilitator brings in acts a second time.
log-unqueue = The facilitator takes back an event card that was lined up.
log-track = The facilitator moves a track: { $text }
log-talk-between = { $on ->
        [yes] From now on people may send messages to people too. (R19.1)
       *[no] From now on people send no messages to people; they speak to each other. (R19.1)
    }
log-pause = The facilitator pauses the game.
log-go = The game goes on.
log-opened = The game was opened again.
log-clock = The clock gives { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    } for each { $per ->
        [decision] decision
       *[phase] phase
    }.
log-clock-changed = The clock is changed by { $change } { $one ->
        [yes] second
       *[no] seconds
    }.
log-clock-off = The clock is off.
log-time-up = Time is up.
log-time-up-ask = Time is up; the facilitator decides.
log-time-up-act = Time is up; a stand-in acts.
log-end = The facilitator ends the sitting before the game is over.
log-end-because = The facilitator ends the sitting before the game is over: { $reason }
