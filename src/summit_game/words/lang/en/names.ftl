# Names and counts that stand inside sentences.
names-listed = { $most } and { $last }
names-nobody = nobody
names-count-proposals = { $count ->
        [one] { $count } Proposal
       *[other] { $count } Proposals
    }
names-count-concessions = { $count ->
        [one] { $count } Concession
       *[other] { $count } Concessions
    }
names-count-pressure = { $count ->
        [one] { $count } Pressure card
       *[other] { $count } Pressure cards
    }
names-table = the table
names-brackets = in brackets
names-in-brackets = in brackets (counts as level 0)
names-level = level { $level }, { $title }
names-change = { $issue } to { $level }
names-moved = { $issue } from { $before } to { $after }
names-flash-purpose = { $purpose ->
        [brink] brink
        [ratification] ratification
        [final_ratification] final ratification
       *[other] { $text }
    }

# What is promised.
names-promise-none = nothing
names-promise-restraint = restraint
names-promise-no_pressure = to play no pressure
names-promise-support = support
names-promise-support-for = support for { $issue } at { $level }
names-promise-step = a step

# What is ordered.
names-order-hold = hold
names-order-build = build in { $zone }
names-order-exercise = exercise in { $zone }
names-order-draw = draw down in { $zone }
names-order-monitor = monitor in { $zone }
names-no-orders = none

names-band = { $band ->
        [failure] failure
        [below_mandate] below mandate
        [mandate_met] mandate met
        [good] good
       *[excellent] excellent
    }
names-or = { $one }, or { $other }

# What every game has; a deck may call it otherwise.
names-term-unit = { $count ->
    [one] unit
   *[other] units
}
names-term-zone = { $count ->
    [one] zone
   *[other] zones
}
