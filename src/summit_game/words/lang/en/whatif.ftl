# One thing of a game changed, and played on by bots.
whatif-bots = Bots played on, not you: it shows what was possible, not what you would have done.
# What if: titles, and short ones for a list. $change is one of those below.
whatif-title = What if { $change }
whatif-package = the package of { $tabler } ({ $changes }; moment { $moment }, round { $round })
whatif-package-short = the package of { $tabler }
whatif-question = the question of { $tabler ->
        [final] the Final Session
       *[other] { $tabler }
    } whether to sign (moment { $moment }, round { $round })
whatif-question-short = the question of { $tabler ->
        [final] the Final Session
       *[other] { $tabler }
    } whether to sign
whatif-adopt = { $what } had passed?
whatif-refuse = { $what } had failed?
whatif-object = { $who } had objected to { $what }?
whatif-silence = { $who } had not objected to { $what }?
whatif-without = the rule module { $module } had been off?
whatif-bot = { $who } had been played by the bot { $kind } { $moment ->
        [0] from the start
       *[other] from moment { $moment } (round { $round }) on
    }?
whatif-bot-short = { $who } had been played by the bot { $kind } { $moment ->
        [0] from the start
       *[other] from moment { $moment } on
    }?

# What was changed and what was kept the same. $moment is the number of a moment, from 1.
whatif-unchanged-title = As it was, played on from the same point
whatif-unchanged = Nothing is changed. { $how }
whatif-vote = Up to the vote called at moment { $moment } all is as it was; then { $who } { $who-number ->
        [plural] object
       *[singular] objects
    } and the vote { $passes ->
        [yes] passes
       *[no] fails
    } ({ $same ->
        [yes] as at the table
       *[no] at the table it { $passes ->
            [yes] failed
           *[no] passed
        }
    }). { $how }
whatif-played-by = { $moment ->
        [0] The deal is as it was
       *[other] Up to moment { $moment } all is as it was
    }; then the bot { $kind } plays { $who }. { $how }
whatif-off = The rule module { $module } is off from the start, with the same deal; what was done at the table is done again { $until ->
        [illegal] up to moment { $moment }; the action of moment { $following } is not legal in it
        [over] up to moment { $moment }, with which the changed game ends
       *[last] to the last one
    }; { $differs ->
        [0] up to there the board and the hands are the same
       *[other] the board or the hands first differ after moment { $differs } (round { $round }, { $phase })
    }. { $how }
whatif-over = The game is over with that: there is nothing to play on, and the ending is certain.
whatif-from-there = From there { $who ->
        [none] the bots that sit there play on
       *[other] the bot { $kind } stands in for { $who } (people, or bots not to be used here){ $others ->
            [yes] ; the bots that sit there play on
           *[no] {""}
        }
    }; cards, news, die rolls and what the facilitator brought in are those of this table, and only the chance of the bots differs from run to run.{ $same ->
        [0] {""}
       *[other] {" "}All { $same } runs were the same game: nothing in it was left to that chance.
    }

# Why it cannot be had, or what to write.
whatif-error-forms = adopt:MOMENT, refuse:MOMENT, object:DELEGATION@MOMENT, silence:DELEGATION@MOMENT, without:MODULE or bot:DELEGATION=KIND@MOMENT
whatif-error-form = { $text } is no what-if; write { whatif-error-forms }
whatif-error-voter = { $what }: needs a delegation and a moment; write { $what }:DELEGATION@MOMENT
whatif-error-seat = there is no delegation { $text } at this table; it seats { $seats }
whatif-error-moment = { $text } is not a moment of this game; they are numbered from 1 to { $most }
whatif-error-no-votes = no vote of this game has been shown yet, so none can be changed
whatif-error-no-vote = no vote that was shown was called at moment { $moment }; the nearest one is { $near }
whatif-error-result = the vote at moment { $moment } { $passed ->
        [yes] passed
       *[no] failed
    } at the table; write { $other }:{ $moment }
whatif-error-no-voter = { $who } did not vote at moment { $moment }: who tables does not
whatif-error-voted = { $who } { $objected ->
        [yes] objected
       *[no] stayed silent
    } at moment { $moment }; write { $other }
whatif-error-module = the rule module { $text } is not on in this game; { $on ->
        [none] none is on
       *[other] on are { $on }
    }
whatif-error-bot = bot: needs a delegation and a bot; write bot:DELEGATION=KIND or bot:DELEGATION=KIND@MOMENT
whatif-error-program = no program is started for a what-if; name a personality, such as cooperator:3
whatif-error-runs = a what-if is played on at least once; ask for 1 run or more
whatif-error-outcome = the vote at moment { $moment } could not have { $adopt ->
        [yes] passed even if nobody had objected
       *[no] failed even if all had objected
    }
whatif-error-rules = nothing can be played on from { $id }: { $why }
whatif-error-vote = { $who } could not have voted so: { $why }
