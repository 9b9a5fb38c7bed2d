# Why a formula or an effect cannot be read; after a semicolon, what to do.
formula-long = the formula is longer than { $most } characters; shorten it
formula-syntax = the formula { $text } cannot be read; check brackets and operators
formula-unread = the formula cannot be read
formula-number = { $value } is not a whole number up to { $most }
formula-operator = { $text } uses an operator other than + - *
formula-compare = compare two values with one of == != < <= > >=
formula-before = only `-` and `not` may stand before a value
formula-call = write a quantity as name(argument)
formula-clamp = clamp takes a value, the lowest and the highest result
formula-abs = abs takes one value
formula-two-values = { $name } takes two values or more
formula-ids = the arguments of { $name } are ids
formula-foreign = { $text } uses something that a formula does not know
formula-no-quantity = unknown quantity { $name }
formula-arguments = { $name } does not take { $count } { $count ->
        [one] argument
       *[other] arguments
    }
formula-no-id = unknown id { $id } in { $name }(...)
formula-no-delegation = unknown delegation { $id } in { $name }(...)

# Effects of cards.
formula-condition-keys = a conditional effect has one key `if FORMULA` and perhaps a key `else`
formula-condition-deep = conditional effects are nested more than three deep
formula-condition-list = a conditional effect holds a list of effects
formula-no-effect = { $text } is not an effect; write one of: `TRACK +1`, `support self|all|DELEGATION +1`, `pressure DELEGATION +1`, `unit SIDE ZONE +1`, `incident ZONE`
formula-unknown-id = unknown id { $id }
formula-unknown-delegation = unknown delegation { $id }
