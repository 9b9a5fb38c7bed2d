# One delegation to read.
delegation-played = { $side }; played by: { $player }.
delegation-stepped = It has taken a step that waits for an answer (R6.2).
delegation-mandate = { $id } { $title }: mandate levels { $low } to { $high }{ $objected ->
        [yes] ; it objected when this was last voted on
       *[no] {""}
    }.
delegation-red-line = Red line: level { $levels }.
delegation-right = Its objection alone blocks { $issue } from level { $level }. { $reason } ({ $clause })
delegation-hesitates = Its capital hesitates and falls short by { $short } (R15.5).
