# Where people sit down and change places.
sitting-opened-afterwards = At the debrief after the game everything private may be opened to all: briefs, hands, secret votes and orders, notes and the reasons of bots (R9.9).

sitting-takes-over = You take over { $who }. This is everything it knows.
sitting-votes = Votes so far:
sitting-orders = Orders it has written in this Posture: { $orders }.
sitting-no-votes = None yet.
sitting-final-session = The Final Session
sitting-whether-to-sign = whether to sign
sitting-vote = Round { $round }, { $who }: { $what }; { $passed ->
        [yes] passed
       *[no] did not pass
    }, objections from { $objectors }.

sitting-plays = This table plays { $what }.
sitting-variant = the variant { $title }
sitting-set = set { $number } of the mandates and briefs
sitting-without = without { $module }
sitting-bot = a bot ({ $kind })
sitting-somebody = a person
sitting-held = { $player } { $same ->
        [yes] in round { $first }
       *[no] in rounds { $first } to { $last }
    }
sitting-you = you
sitting-person = person
sitting-short-bot = bot { $kind }
