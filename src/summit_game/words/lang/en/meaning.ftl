# What a choice would mean to a delegation, shown beside it.
meaning-log = Log: { $sentence }
meaning-value = For you { $before } → { $after } ({ $gain }), fallback now { $away }.
meaning-goal = Your goal: { $won ->
        [yes] won
       *[no] lost
    } ({ $points }).
meaning-goal-signed = Your goal: { $met ->
        [yes] met
       *[no] not met
    } with the treaty ({ $points }), without it { $without }.
meaning-issue = { $issue } { $was } → { $level } { $title }: { $points }
meaning-change = { $issue } { $was } → { $level } { $title }
meaning-home = At home: your support { $change } { $own ->
        [yes] if it is adopted
       *[no] if you agree
    }.
meaning-home-same = At home: your support stays as it is.
meaning-own-red-line = It touches a RED LINE of yours.
meaning-own-mandate = { $steps } { $steps ->
        [one] level
       *[other] levels
    } beyond what your public wants.
meaning-out-by = { $who } by { $steps }
meaning-others-home = Others at home: { $who }.
meaning-red-line = Red line of: { $who }.
meaning-mandate = Beyond mandates: { $who }.
meaning-blocks = Can block alone: { $who }.
meaning-nobody-blocks = Nobody else can block alone.
meaning-slack = { $slack ->
        [0] No other objection would be overruled.
        [one] One other objection would be overruled.
       *[other] { $slack } other objections would be overruled.
    }
meaning-reopens = It reopens what is already agreed (R4.6).
meaning-treaty = The treaty is worth { $worth } to you. If talks failed now, you would have { $away } ({ $gain }).
meaning-ready = Ready to be signed: { $agreed } { $agreed ->
        [one] issue is
       *[other] issues are
    } agreed, { $need } { $need ->
        [one] is
       *[other] are
    } needed.
meaning-trusted = Trust { $trust } and verification { $points } suffice for the { $need } that are needed.
meaning-capital = Your capital ratifies { $times } { $times ->
        [one] time
       *[other] times
    } in { $of }: support { $support }{ $penalty ->
        [0] {""}
       *[other] , red line −{ $penalty }
    }, with the draw { $need } are needed (R15.5).
meaning-capitals = In force with { $count } of { $all } { $all ->
        [one] capital
       *[other] capitals
    }{ $named ->
        [yes] , { $who } among them
       *[no] {""}
    }.
meaning-all-capitals = In force only if all { $count } { $count ->
        [one] capital
       *[other] capitals
    } ratify.
meaning-sets = Sets { $issue } to { $level }.
meaning-for-you = For you { $points }.
meaning-zone = { $zone } now: { $units }.
meaning-written = Written so far: { $orders }.
# After a vote.
meaning-named = { $who } would have agreed with { $changes }.
meaning-named-nothing = { $who } named nothing.
meaning-meets = It brings about what was named by { $who }.
meaning-either = { $change }: { $value }
meaning-short = The capital of { $who } falls short by { $short }: it asks for support { $need }{ $red ->
        [0] {""}
       *[other] {" "}and { $red } more for a red line
    }; support is { $support }.
meaning-if-refused = If it refuses, { $holds ->
        [yes] the treaty enters into force without { $who }
       *[no] the treaty fails
    }.
meaning-pays = It covers { $covers } and costs { $goal ->
        [yes] your goal, worth{" "}
       *[no] {""}
    }{ $points ->
        [one] 1 point
       *[other] { $points } points
    }.
meaning-asks = Your capital asks for support { $need }{ $red ->
        [0] {""}
       *[other] {" "}and { $red } more for a red line
    } (R15.5); support is { $support }: { $short ->
        [0] it ratifies
       *[other] it falls short by { $short }
    }.
meaning-lays-down = You lay down { $card }.
meaning-talk-worth = Worth to you: { $points }
meaning-talk-they = They would { $act }
meaning-talk-you = You would { $act }
