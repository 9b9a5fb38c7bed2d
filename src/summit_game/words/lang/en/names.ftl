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
names-promise-restraint = no build-up and no exercises
names-promise-no_pressure = no pressure
names-promise-support = support
names-promise-support-for = support for { $issue } at { $level }
names-promise-step = a goodwill step

# What is ordered.
names-order-hold = hold
names-order-build = add a unit in { $zone }
names-order-exercise = hold an exercise in { $zone }
names-order-draw = withdraw a unit from { $zone }
names-order-monitor = place a monitor in { $zone }
names-no-orders = none

names-band = { $band ->
        [failure] failure
        [below_mandate] below mandate
        [mandate_met] mandate met
        [good] good
       *[excellent] excellent
    }
names-because = : { $why } ({ $clause })
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
