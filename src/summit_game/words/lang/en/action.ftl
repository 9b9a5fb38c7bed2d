# Actions in words, for menus and the log; without the subject.
action-table = Table a proposal: { $card }
action-table-giving = Table a proposal: { $card }, giving { $given }
action-nonpaper = Non-paper: { $issue } to { $level }, laying down { $laid }
action-step = Step: { $card }
action-press = Press: { $card }
action-consult = Consult, exchanging { $cards }
action-consult-nothing = Consult, exchanging nothing
action-rally = Rally support at home
action-pledge = Pledge on { $issue }
action-sign = Put the question whether to sign
action-use = Use { $module }: { $option }
action-pass = Pass
action-silence = Keep silence: do not object
action-object = Object
action-promise = Promise { $what }
action-order = Order: { $what }
