# Questions that a delegation is asked. $who is the delegation.
ask-floor-title = Your move
ask-floor = { $who } { $who-number ->
        [plural] have
       *[singular] has
    } the floor: choose one action.
ask-corridor-title = Corridor
ask-corridor = { $who }: do you make a promise in public?
ask-posture-title = Posture
ask-posture = { $who }: write an order. It stays secret until all are shown.
ask-posture-of = { $who }: write order { $number } of { $total }. It stays secret until all are shown.
ask-vote-title = Vote
ask-vote = { $who }: do you object to the package of { $tabler }?
ask-signing-title = Signing
ask-signing = { $who }: is the treaty to be signed as it stands?
ask-vote-silence = Stay silent: agree
ask-vote-object = Object
ask-signing-silence = Sign
ask-signing-object = Object: do not sign
ask-leads-on = { $verb } …

# The second question, before an action is sent.
ask-sure-title = Sure?
ask-sure = It will be sent as it stands. Do you send it?
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
       *[option] of these
    }
ask-row-ask = ask { $spot }  { $title }
ask-row-give = give { $spot }  { $title }
ask-row-issue = { $id }  { $title }, now { $level }
ask-not-yet = A package asks for one Proposal; choose it first. (R3.2)
ask-not-now = That is not possible now. (R3.1)
# After a vote.
ask-vote-amended = { $tabler } { $tabler-number ->
        [plural] have
       *[singular] has
    } amended the package. { $who }: do you object now?
ask-step-vote-title = A step for a capital
ask-step-vote = { $tabler } { $tabler-number ->
        [plural] ask
       *[singular] asks
    } for a step in the text. { $who }: do you object?
ask-step-vote-silence = Stay silent: let it be written
ask-step-vote-object = Object: the text stays
ask-reasons-title = Reason
ask-reasons = { $who }: which level would have turned you? All will see it.
ask-reasons-nothing = None: name nothing
ask-reasons-no-suggestion = No suggestion
ask-reasons-none-better = No other single level would bring you a gain. (R4.8)
ask-reasons-another = Another level, or two …
ask-amendment-title = Amendment
ask-amendment = { $who }: do you amend your package? Once, and all others answer again.
ask-amendment-nothing = No: leave it
ask-amendment-no-suggestion = No suggestion
ask-amendment-none-better = No other amendment would bring you a gain. (R4.9)
ask-amendment-another = Another amendment …
ask-amendments = Which amendment?
ask-capitals-title = At home
ask-capitals = { $who }: your capital hesitates and falls short by { $short }. What do you do?
ask-reopening = { $who }: which agreed issue goes back into brackets?
ask-row-name = { $spot }  { $title }
ask-row-add = Give { $spot } besides  { $title }
ask-row-drop = Take back { $spot }  { $title }
ask-row-replace = Ask { $spot } instead  { $title }
ask-row-write = Write { $spot }, as was named  { $title }
ask-change-alone = Name this alone: { $change }
ask-title-name = Reason
ask-title-ask = A step for your capital
ask-title-reopen = Reopening
ask-name-change = On which issue?
ask-name-change-or = This alone, or which other issue besides?
ask-name-level = Which level would have turned you?
ask-name-level-or = Which other level would have turned you as well?
ask-ask-change = For a step on which issue do you ask?
ask-ask-level = Which level do you ask for?
ask-amend-add-concession = Which Concession do you give besides?
ask-amend-drop-concession = Which Concession do you take back?
ask-amend-replace-proposal = Which Proposal takes the place of the one that asks?
ask-amend-write-change = On which issue?
ask-amend-write-level = Which level that was named?
ask-amend-write-proposal = Which Proposal do you pay for it?
ask-pay-card-concession = Which Concession do you give up?
ask-pay-pledge-issue = Which pledge do you take back?
ask-reopen-issue = Which agreed issue goes back into brackets?
ask-sure-yes-pay-none = Yes, let it refuse
ask-sure-yes-pay-goal = Yes, show it
