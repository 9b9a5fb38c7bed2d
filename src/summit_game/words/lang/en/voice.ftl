# What delegations say by themselves. $who is a delegation, $line a line of its deck.
voice-says = { $who }: “{ $line }”
voice-repeat = { $who }: “{ $line }” (It failed in round { $about }.)
voice-near = { $who }: “{ $line }” ({ $about } issues are agreed, as many as a treaty needs.)

# Why a delegation objected, as everybody can tell.
voice-explains = { $who }, on the objection: { $why }
voice-why-red-line = a red line of ours, { $change }.
voice-why-again = this text comes for the { $times ->
        [3] third
        [4] fourth
       *[other] { $times }th
    } time.
voice-why-mandate = outside our mandate on { $issue }.
voice-why-reopens = it takes up { $issue } again, which was agreed.
voice-why-leaves = it leaves { $issue } outside our mandate.
voice-why-inside = our mandate does not bar it; we do not agree.
