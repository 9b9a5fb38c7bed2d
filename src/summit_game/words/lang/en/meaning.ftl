# What a choice would mean to a delegation, shown beside it.
meaning-log = Log: { $sentence }
meaning-value = For you { $before } → { $after } ({ $gain })
meaning-issue = { $issue } { $was } → { $level } { $title }: { $points }
meaning-walk-away = walking away is worth { $points } to you now
meaning-home = At home: your support { $change } { $own ->
        [yes] if it is adopted
       *[no] if you consent
    }.
meaning-home-same = At home: your support stays as it is.
meaning-own-red-line = It touches a RED LINE of yours.
meaning-own-mandate = Outside your mandate by { $steps }.
meaning-out-by = { $who } by { $steps }
meaning-others-home = Others at home: { $who }.
meaning-red-line = Red line of: { $who }.
meaning-mandate = Outside the mandate of: { $who }.
meaning-blocks = Can block alone: { $who }.
meaning-nobody-blocks = Nobody else can block alone.
meaning-slack = Other objections overruled: { $slack }.
meaning-reopens = It reopens what is already agreed (R4.6).
meaning-treaty = The treaty is worth { $worth } to you, walking away { $away } ({ $gain }).
meaning-sets = Sets { $issue } to { $level }.
meaning-for-you = For you { $points }.
meaning-zone = { $zone } now: { $units }.
meaning-written = Written so far: { $orders }.
