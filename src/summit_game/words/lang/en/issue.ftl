# One issue to read.
issue-core = A core issue: a treaty needs at least one of them.
issue-brackets = Now in brackets: nothing is agreed, it counts as level 0.
issue-agreed = Now agreed at level { $level }.
issue-level = Level { $level }: { $title }{ $now ->
        [yes] {" "}(now)
       *[no] {""}
    }
issue-worth = worth { $points } to you
issue-red-line = Red line of { $who }.
issue-mandate = Outside the mandate of { $who }.
issue-history = Who said what
issue-said = { $who }, { $when }: { $text }
issue-blocks = Whose objection alone blocks
issue-right = { $who }, from level { $level }: { $reason } ({ $clause })
issue-named = { $who } would have agreed with level { $level } (round { $round }).
