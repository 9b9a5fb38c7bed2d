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
ask-vote = { $tabler } { $tabler-number ->
        [plural] have
       *[singular] has
    } tabled a package. { $who }: do you object?
ask-signing-title = Signing
ask-signing = { $who }: is the treaty to be signed as it stands?
ask-vote-silence = Keep silence: let it pass
ask-vote-object = Object
ask-signing-silence = Keep silence: sign
ask-signing-object = Object: do not sign
ask-leads-on = { $verb } …

# The second question, before an action is sent.
ask-sure-title = Sure?
ask-sure = It will be sent as it stands. Do you send it?
ask-sure-yes = Yes, do it
ask-sure-yes-table = Put it to the table
ask-sure-yes-nonpaper = Put it to the table
ask-sure-yes-sign = Yes, put the question
ask-sure-yes-silence = Yes, keep silence
ask-sure-yes-object = Yes, object
ask-sure-no = No, back

# Parts of an action.
ask-title-table = Package
ask-title-nonpaper = Non-paper
ask-title-step = Step
ask-title-press = Press
ask-title-consult = Consult
ask-title = Choose
ask-table = Mark what you ask and give; the last row sends it.
ask-consult = Mark up to { $most } Proposals to exchange; the last row sends it.
ask-marks = Mark what belongs to it; the last row sends it.
ask-send-table = Put this package to the table
ask-send-consult = { $count ->
        [0] Consult without an exchange
       *[other] Consult and exchange { $count }
    }
ask-send = Send it
ask-nonpaper-issue = A non-paper on which issue? It costs two Proposals.
ask-nonpaper-level = { $before }: to which level?
ask-nonpaper-proposal = Which two Proposals do you lay down for it?
ask-step-concession = Which Concession leaves your hand for the step?
ask-press-pressure = Which Pressure card?
ask-pledge-issue = On which issue do you pledge?
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
