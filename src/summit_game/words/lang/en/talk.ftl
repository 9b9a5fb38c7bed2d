# What delegations say to each other (R19). A message follows the names of the two, as in `RU to US: …`.
talk-nothing = Send no more messages in this round
talk-first = which issue matters most to you?
talk-cheap = on which issue could you move most easily?
talk-sign = would you sign the text as it stands?
talk-sound = would you let this pass: { $changes }?
talk-need = { $issue } matters to us.
talk-free = on { $issue } we can move.
talk-all_need = { $issue } matters to us.
talk-all_free = on { $issue } we can move.
talk-offer = if you { $get }, we { $give }.
talk-offer-let-table = if you table { $change }, we let it pass.
talk-offer-table-let = we table { $change }, if you let it pass.
talk-warn = if you { $act }, we { $penalty }.
talk-withdraw = we take back what is open between us.
talk-accuse = you have broken your word to us.
talk-regret_support = we regret what was, and pay for it at home.
talk-regret_card = we regret what was, and give up { $card } for it.

talk-answer-decline = we do not say.
talk-answer-no = no.
talk-answer-refuse = we refuse.
talk-answer-yes = yes.
talk-answer-tell = { $issue }.
talk-answer-only = only with { $change }.
talk-answer-missing = { $change } is missing.
talk-answer-agree = agreed.
talk-answer-counter_mine = for that we would { $act } instead.
talk-answer-counter_yours = for that we want you to { $act } instead.

# What one of the two does, after "we", "you" or "would".
talk-act-let = let pass { $change }
talk-act-table = table { $change }
talk-act-later = keep { $change } after the treaty
talk-act-draw = draw down in { $zone }
talk-act-hold = neither build nor exercise in this round
talk-act-quiet = play no pressure in this round and the next
talk-act-step = take a step
talk-act-sign = sign when the question is put
talk-act-build = build
talk-act-press = play pressure
talk-penalty-object = object to your next package
talk-penalty-press = play pressure
talk-penalty-build = build
talk-penalty-leave = do not sign this text

# Messages and answers as actions, in menus and the log.
talk-to = To { $to }: { $said }
talk-to-all = To all: { $said }
talk-answering = Answer: { $said }
talk-write = Table { $card } with { $change } written in, laying down { $laid }{ $given ->
        [yes] {""}; giving { $gifts }
       *[no] {""}
    }
