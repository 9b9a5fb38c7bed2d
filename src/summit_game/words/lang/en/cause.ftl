# Why a track moved, by the clause that moved it. $rises: whether it rose.
cause-r3-6 = { $rises ->
        [yes] a goodwill step was answered
       *[no] a goodwill step
    }
cause-r4-6 = { $rises ->
        [yes] the first agreement of this round
       *[no] a later package reopened what was agreed
    }
cause-r5-3 = an order
cause-r5-6 = the orders of both sides
cause-r5-7 = { $rises ->
        [yes] both sides withdrew
       *[no] a side built up
    }
cause-r5-8 = it withdrew while the other side built up
cause-r6-2 = its goodwill step was not answered
cause-r7-4 = a signed treaty was not ratified
cause-r10-3 = the door was narrowed for the first time
cause-r10-4 = the door was narrowed under high tension
cause-r12-4 = an exercise pleases people at home
cause-r13-1 = both sides consulted
cause-r15-1 = people at home compare the package with the mandate
cause-r15-2 = rallied at home
cause-r15-2a = money was spent at home
cause-r15-3 = a pledge at home
cause-r15-4 = a pledge at home was broken
cause-r16-2 = it follows what stands on the map
cause-r17-3 = both sides kept their restraint
cause-r17-4 = a promise was broken
cause-r18-1 = an ally objected to an ally
cause-r18-2 = an ally was overruled
cause-r18-3 = no ally objected to an ally
cause-r18-4 = a treaty without everybody
cause-r19-9 = two delegations kept an understanding
