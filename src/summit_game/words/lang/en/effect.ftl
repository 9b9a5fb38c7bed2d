# What a card does. $by has its sign.
effect-track = { $track } { $by }
effect-self = your { $track } { $by }
effect-all = { $track } of every delegation { $by }
effect-seat = { $track } of { $who } { $by }
effect-unit = one unit { $more ->
        [yes] more
       *[no] less
    } of { $side } in { $zone }
effect-incident = an incident in { $zone }
effect-if = if { $when }: { $then }
effect-if-else = if { $when }: { $then }; otherwise: { $otherwise }

# Tests. $how says whether $number is the least, the most or the only one that passes.
effect-when-level = { $issue } is at level { $number }{ $how ->
        [least] {" "}or higher
        [most] { $number ->
            [0] {" "}or in brackets
           *[other] {" "}or lower
        }
       *[exactly] {""}
    }
effect-when-agreed = { $how ->
        [least] at least { $number }
        [most] at most { $number }
       *[exactly] exactly { $number }
    } { $number ->
        [one] issue is
       *[other] issues are
    } agreed
effect-when-track = { $track } is { $number }{ $how ->
        [least] {" "}or more
        [most] {" "}or less
       *[exactly] {""}
    }
