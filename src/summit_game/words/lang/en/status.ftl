# What rule modules hold that all may see.
status-standoff = Tension drifts towards the stand-off level, now { $level } (R16.1).
status-brink = At this tension the brink check of the round means conflict { $risk } { $risk ->
        [one] time
       *[other] times
    } in 6 (R16.3).
status-promise = { $who } promised in round { $round }: { $promise ->
        [restraint] restraint
        [no_pressure] no pressure
        [step] a step
       *[support] support of { $issue } at level { $level }
    }.
status-pledges = Pledged at home by { $who }: { $issues }.
status-commit = Trust { $trust } and verification { $points } make { $sum }; signing needs { $need } (R14.3).
