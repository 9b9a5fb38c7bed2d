# The reasons of bots, with the numbers they reckoned with.
bot-points = { $number } { $size ->
        [one] point
       *[other] points
    }
bot-as-much = as much as
bot-more = { $points } more than
bot-less = { $points } less than
bot-percent = { $percent } %
bot-at-home = , at a cost of { $cost } Support at home

bot-offer = This package is worth { $worth } the text as it stands to us, and we give it { $odds } to pass{ $home }.

bot-worth = the package is worth { $worth } the text as it stands to us{ $home }
bot-vote-silent = We stay silent: { $worth }, and we give up at most { $loss } in one package this round.
bot-vote-red = We object: a level in the package is a red line of ours, and { $worth }.
bot-vote-below = We object: with the package we expect { $gap } our fallback, which is not enough, and { $worth }.
bot-vote-loss = We object: { $worth }, and we give up at most { $loss } in one package this round.
bot-vote-gain = We object: { $worth }, and we ask for a gain of { $gain } in every package this round.

bot-red-line = We do not sign: the text crosses a red line of ours.
bot-signs-below = We sign although the text is worth { $gap } our fallback to us: { $because }.
bot-signs = We sign: the text is worth { $gap } our fallback to us.
bot-does-not-sign = We do not sign: the text is worth { $gap } our fallback to us.
bot-question = We call the vote on signing: the text is worth { $gap } our fallback to us, and we give it { $odds } to be ratified.

bot-future-objects = We object: we reckon to end { $points } lower with this package, and that is more than we give up.
bot-future-silent = We stay silent: the package costs us now, but we reckon to end { $points } higher with it.
bot-future-gains = We reckon to gain { $points } by it at the end of the game.
bot-future-loses = We reckon to lose { $points } by it, less than by anything else at the end of the game.
bot-search-better = It ended { $points } better for us than the next idea in the games that we thought through{ $because }.
bot-search-as-well = It ended as well as any other in the games that we thought through{ $because }.

bot-chose = We chose { $done }: { $because }.
bot-other = This was not our own choice: by our script we would not have taken `{ $action }` now.

# Why an action was chosen, after "We chose …: ".
bot-because-restraint = we keep our word on restraint in { $habit } of 100 such rounds, and it may be answered
bot-because-no-promise = a promise would tie our hands in this round
bot-because-word = we offered the same, and our word stands
bot-because-nothing-else = nothing else gains us anything now
bot-because-too-many = more of our units stand there than the text allows
bot-because-monitor = a monitor helps a treaty and calms its zone
bot-because-named = with this, we would have let it pass
bot-because-nothing-named = no single level would turn us
bot-because-amends = this may win over those who objected
bot-because-leaves-it = no change of ours would carry it
bot-because-asks = our capital is { $short } short, and this step would bring it nearer
bot-because-pays = our capital is { $short } short, and the treaty is worth the price
bot-because-does-not-pay = the treaty is not worth what our capital asks
bot-because-grants = the step is worth { $loss } what stands now, and it saves the treaty
bot-because-no-step = the step is worth { $loss } what stands now, and we give no more
bot-because-reopens = it is worth least to us as it was agreed
bot-because-breaks = our word costs us less than this brings
bot-because-try = it seemed worth a try
bot-because-ratify = our capital must ratify, and Support is { $support }
bot-because-posture = { $does }; tension is { $tension } and we are { $place } the other side
bot-does-build = more units raise our fallback
bot-does-exercise = an exercise shows resolve at home
bot-does-draw = fewer units let tension fall
bot-does-hold = nothing speaks for moving
bot-level = level with
bot-ahead = { $units } ahead of
bot-behind = { $units } behind

bot-worth-to-us = it is worth { $points } to us
bot-slips-objects = We object: we are not sure about this text yet.
bot-slips-silent = We stay silent: it looked better at first sight than it is.
bot-program-silent = The program gave no answer that could be used; a stand-in decided.

# Programs in a seat, and bots that there are not.
bot-seconds = SUMMIT_BOT_SECONDS is { $text }; give a number of seconds up to 3600, such as 10
bot-no-hello = did not answer hello with { $wanted }
bot-late = did not answer within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }
bot-other-id = answered with the id { $other }, not { $asked }
bot-no-json = wrote { $line }, which is not JSON
bot-long-line = wrote a line that is too long
bot-no-object = wrote { $line }, which is not a JSON object
bot-no-action = gave no "action"
bot-illegal = chose { $action }, which is not legal: { $why }
bot-unusable = the bot exec:{ $command } { $trouble }
bot-at-hello = { $trouble } (it was asked for its hello)
bot-no-such-action = wrote the action { $action }: { $error }
bot-stand-in-on = a stand-in plays for it from now on
bot-stand-in-again = a stand-in decided, and it is started again once
bot-trouble = the bot of { $seat } ({ $command }) { $trouble }; { $then }
bot-no-command = no command was given; write `exec:COMMAND`, such as `exec:./bot`
bot-command-unread = the command { $text } cannot be read ({ $error })
bot-not-started = cannot be started ({ $reason })
bot-unknown = there is no bot { $name }; { $guess ->
        [yes] did you mean { $near }? choose from { $known }
       *[no] choose from { $known }
    }
bot-no-levels = the bot { $name } has no levels; write { $name } alone
bot-no-level = { $level } is not a level of { $name }; write { $name }:1 to { $name }:{ $last }
bot-script-unread = the script { $path } cannot be read: { $reason }
bot-stand-in = a stand-in decided
bot-ended = { $running ->
        [yes] closed its output
       *[no] ended with code { $code }
    }{ $said ->
        [yes] , saying { $words }
       *[no] {""}
    }
bot-says-nothing = We neither send messages nor bind ourselves by an answer.
bot-says-no-more = We have nothing more to ask or to offer in this round.
bot-says-accuses = Its word to us was broken, and all shall see it.
bot-says-regrets = Hardly anybody believes us, and that must be mended.
bot-says-asks-sign = We want to know before the question is put whether it would sign.
bot-says-sounds = Its answer decides whether we table this.
bot-says-offers = What we give costs us less than what we get is worth.
bot-says-warns = It shall know what we do if it builds.
bot-says-asks-first = We want to know where we could meet.
bot-answers-decline = It has broken its word to us; we tell it nothing.
bot-answers-tell = We said which issue it is.
bot-answers-no = No single level would turn us.
bot-answers-yes = We would let it pass, or sign it.
bot-answers-only = We said which level we need.
bot-answers-missing = We said which level we need before we sign.
bot-answers-agree = What it does for us is worth more than what it asks.
bot-answers-refuse = What it does for us is worth less than what it asks.
bot-answers-counter-mine = This we could do instead.
bot-answers-counter-yours = For this we would do it.
bot-because-gave-word = we gave our word
bot-because-warned = we warned of it
