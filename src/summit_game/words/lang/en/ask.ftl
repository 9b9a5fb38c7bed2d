# Questions that a delegation is asked. $who is the delegation.
ask-floor-title = Your move
ask-floor = { $who } { $who-number ->
        [plural] have
       *[singular] has
    } the floor: choose one action.
ask-corridor-title = Corridor
ask-corridor = Do you make a promise in public? ({ $who })
ask-posture-title = Posture
ask-posture = Which order? Secret until all are shown. ({ $who })
ask-posture-of = Which order, { $number } of { $total }? Secret until all are shown. ({ $who })
ask-vote-title = Vote
ask-vote = Do you object to the package of { $tabler }? ({ $who })
ask-signing-title = Signing
ask-signing = Do you sign the treaty as it stands? ({ $who })
ask-vote-silence = Stay silent: agree
ask-vote-object = Object
ask-signing-silence = Sign
ask-signing-object = Object: do not sign
ask-leads-on = { $verb } …

# The second question, before an action is sent.
ask-sure-title = Sure?
ask-sure = Do you send it as it stands?
ask-sure-yes = Yes, do it
ask-sure-yes-table = Send it to the vote
ask-sure-yes-nonpaper = Send it to the vote
ask-sure-yes-sign = Yes, call the vote
ask-sure-yes-silence = Yes, stay silent
ask-sure-yes-object = Yes, object
ask-sure-no = No, back

# Parts of an action.
ask-title-table = Package
ask-title-nonpaper = Informal paper
ask-title-step = Goodwill step
ask-title-press = Pressure
ask-title-consult = Consult
ask-title = Choose
ask-table = Mark what you ask and give; the last row sends it.
ask-consult = Mark up to { $most } Proposals to swap; the last row sends it.
ask-marks = Mark what belongs to it; the last row sends it.
ask-send-table = Send this package to the vote
ask-send-consult = { $count ->
        [0] Consult without a swap
       *[other] Consult and swap { $count }
    }
ask-send = Send it
ask-nonpaper-issue = An informal paper on which issue? It costs two Proposals.
ask-nonpaper-level = { $before }: to which level?
ask-nonpaper-proposal = Which two Proposals do you pay for it?
ask-step-concession = Which Concession do you give up for the step?
ask-press-pressure = Which Pressure card?
ask-pledge-issue = On which issue do you pledge at home not to give way?
ask-promise-support-issue = Support on which issue?
ask-promise-support-level = { $before }: support of which level?
ask-which = Which { $kind }?
ask-kind = { $kind ->
        [seat] delegation
        [issue] issue
        [level] level
        [zone] zone
        [proposal] Proposal
        [concession] Concession
        [pressure] Pressure card
        [act] act
        [change] issue and level
       *[option] of these
    }
ask-row-ask = ask { $spot }  { $title }
ask-row-give = give { $spot }  { $title }
ask-row-issue = { $id }  { $title }, now { $level }
ask-not-yet = A package asks for one Proposal; choose it first. (R3.2)
ask-not-now = That is not possible now. (R3.1)
# After a vote.
ask-vote-amended = Do you object to the amended package of { $tabler }? ({ $who })
ask-step-vote-title = A step for a capital
ask-step-vote = Do you object to the step that { $tabler } { $tabler-number ->
        [plural] ask
       *[singular] asks
    } for? ({ $who })
ask-step-vote-silence = Stay silent: let it be written
ask-step-vote-object = Object: the text stays
ask-reasons-title = Reason
ask-reasons = What change would have turned you? All will see it. ({ $who })
ask-reasons-nothing = None: name nothing
ask-reasons-no-suggestion = No suggestion
ask-reasons-none-better = No other single level would bring you a gain. (R4.8)
ask-reasons-another = Another level, or two …
ask-amendment-title = Amendment
ask-amendment = Do you amend your package? Once; all others answer again. ({ $who })
ask-amendment-nothing = No: leave it
ask-amendment-no-suggestion = No suggestion
ask-amendment-none-better = No other amendment would bring you a gain. (R4.9)
ask-amendment-another = Another amendment …
ask-reasons-on = A level of { $issue } …
ask-amendments = Which amendment?
ask-capitals-title = At home
ask-capitals = What do you do for your capital? It falls short by { $short }. ({ $who })
ask-capitals-ask = Ask for a step: covers 1 if it passes …
ask-capitals-pay-card = Give a Concession: covers 1, −{ $pay_points } points …
ask-capitals-pay-pledge = Take back a pledge: covers 1, −{ $pay_points } points …
ask-capitals-pay-goal = Give up your goal: covers { $goal_covers }, −{ $goal_worth } points
ask-capitals-pay-none = Let it refuse: { $holds ->
        [yes] they go on without you
       *[no] the treaty fails
    }
ask-reopening = Which agreed issue goes back into brackets? ({ $who })
ask-row-name = { $spot }  { $title }
ask-row-add = Give { $spot } too{ $for }  { $title }
ask-row-drop = Take back { $spot }{ $for }  { $title }
ask-row-replace = Ask { $spot } instead{ $for }  { $title }
ask-row-write = Write { $spot }{ $for }  { $title }
ask-row-for = {" "}for { $who }
ask-change-alone = Name this alone: { $change }
ask-title-name = Reason
ask-title-ask = A step for your capital
ask-title-reopen = Reopening
ask-title-amend-add = Amendment
ask-title-amend-drop = Amendment
ask-title-amend-replace = Amendment
ask-title-amend-write = Amendment
ask-title-write = Package
ask-title-pay-card = At home
ask-title-pay-pledge = At home
ask-name-change = On which issue?
ask-name-change-or = This alone, or which other issue besides?
ask-name-level = Which level would have turned you?
ask-name-level-or = Which other level would have turned you as well?
ask-ask-change = Which step do you ask for?
ask-amend-add-concession = Which Concession do you give besides?
ask-amend-drop-concession = Which Concession do you take back?
ask-amend-replace-proposal = Which Proposal takes the place of the one that asks?
ask-write-change = Which level do you write, of those that you were told?
ask-write-proposal = { $before } – and which Proposal? First the one that you table, then the one that you lay down for the level.
ask-write = Mark what you give for it; the last row sends it.
ask-amend-write-change = Which level do you write, of those that were named?
ask-amend-write-proposal = Which Proposal do you pay for it?
ask-pay-card-concession = Which Concession do you give up?
ask-pay-pledge-issue = Which pledge do you take back?
ask-reopen-issue = Which agreed issue goes back into brackets?
ask-sure-yes-pay-none = Yes, let it refuse
ask-sure-yes-pay-goal = Yes, show it

# Talk between delegations.
ask-talk-title = Talk
ask-talk = { $another ->
        [yes] Do you send another message?
       *[no] Do you send a message? Only the one who gets it hears it, and the answer.
    } ({ $who })
ask-talk-answered = { $to }, in answer: { $said }
ask-talk-answer-title = Answer
ask-talk-answer = { $from } { $kind ->
        [offer] { $from-number ->
            [plural] make you an offer.
           *[singular] makes you an offer.
        }
        [counter] { $from-number ->
            [plural] want something else.
           *[singular] wants something else.
        }
       *[first] { $from-number ->
            [plural] ask
           *[singular] asks
        } { $kind ->
            [cheap] on which issue you could move most easily.
            [sign] whether you would sign the text as it stands.
            [sound] whether you would let this pass.
           *[first] which issue matters most to you.
        }
    } What do you answer? ({ $who })
ask-talk-answer-further = What do you answer?
ask-talk-to-say = { $what ->
        [ask] Ask …
        [sound] Sound out …
        [offer] Offer …
        [warn] Warn …
        [say] Say …
        [more] More …
       *[nothing] Nothing more in this round
    }
ask-talk-explained = { $what ->
        [ask] What matters most to it, where it could move, or whether it would sign. (R19.3)
        [sound] Whether it would let a change pass, before you table it. (R19.3)
        [offer] One act of yours for one of another. It uses a message only if it is agreed to. (R19.8)
        [warn] What you do if another does what you do not want. An empty warning costs credibility. (R19.11)
        [say] What matters to you, or where you can move; to one, or to all. (R19.7)
       *[more] A word that was broken, or that you take back or regret. (R19.10 to R19.12)
    }
ask-talk-further = More …
ask-talk-gap = …
ask-talk-so-far = To { $to }: { $said }
ask-talk-own = In hand: { $change }
ask-talk-word = { $word ->
        [all] All
        [alone] Nothing in return
        [support] With 1 support at home
        [need] That an issue matters to you
        [free] That you can move on an issue
        [object] Object to its next package
        [press] Play pressure
        [build] Build
        [leave] Do not sign this text
        [accuse] Accuse …
        [regret] Regret …
        [withdraw] Take back …
        [yes] Yes
        [no] No
        [only] Only with …
        [missing] A level is missing …
        [agree] Agree
        [refuse] Refuse
        [mine] Counter: I would do something else …
        [yours] Counter: I want something else …
       *[decline] We do not say
    }
ask-talk-ask-1 = Whom do you ask?
ask-talk-ask-2 = What do you ask?
ask-talk-sound-1 = Whom do you sound out?
ask-talk-sound-2 = Which change? What your own hand could bring about comes first.
ask-talk-sound-3 = How far, or what would you give for it?
ask-talk-offer-1 = To whom do you make an offer?
ask-talk-offer-2 = What would you do?
ask-talk-offer-3 = What do you want for it?
ask-talk-warn-1 = Whom do you warn?
ask-talk-warn-2 = Of what do you warn?
ask-talk-warn-3 = What do you do then?
ask-talk-say-1 = To whom do you say something?
ask-talk-say-2 = What do you say?
ask-talk-say-3 = On which issue?
ask-talk-mend = What do you do about a word that was given?
ask-talk-accuse-1 = Who has broken its word to you?
ask-talk-withdraw-1 = From whom do you take it back?
ask-talk-regret-1 = To whom do you express your regret?
ask-talk-regret-2 = What do you pay with?

# Decisions that all people at one machine take together.
ask-open-title = Open vote
ask-open-vote = Who objects to the package of { $tabler }? All hands up at once.
ask-open-amended = Who objects to the amended package of { $tabler }? All hands up at once.
ask-open-step = Who objects to the step for the capital of { $tabler }? All hands up at once.
ask-open-signing = Who does not sign the treaty as it stands? All hands up at once.
ask-open-objects = { $who } { $who-number ->
        [plural] object
       *[singular] objects
    }
ask-open-count = { $count ->
        [0] Nobody objects: count
        [one] 1 objection: count
       *[other] { $count } objections: count
    }
ask-open-no-answer = An open vote is answered with the ids of those who object. (R4.1)
ask-open-corridor = { $who }: do you make a promise in public?
ask-open-reasons = { $who }: what change would have turned you?
ask-open-reopening = { $who }: which agreed issue goes back into brackets?
