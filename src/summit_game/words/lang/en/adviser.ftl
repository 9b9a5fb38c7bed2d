# The adviser of a person's delegation: what it would do, and why.
adviser-because = { $because }.
adviser-leaves = It costs nothing, gives nothing away and binds us to nothing.
adviser-no-promise = A promise would tie our hands in this round.
adviser-restraint = It costs us little if we do not arm, and the other side may answer it.
adviser-refuses = Then our capital refuses, and we keep what it would have cost.
adviser-not-meant = It binds us to nothing, but it is not what we mean.
adviser-silent = We reckon to end { $points } higher if this passes.
adviser-objects = We reckon to end { $points } lower if this passes.
adviser-gains = The package by itself is worth { $points } to us.
adviser-costs = The package by itself costs us { $points }.
adviser-holds = Nothing changes by it, and nobody can take it amiss.
adviser-order-gains = We reckon to gain { $points } by it at the end of the game.
adviser-order-costs = We reckon to lose { $points } by it at the end of the game, less than by any other.

# Answers to what another delegation asks.
adviser-answers-decline = It has broken its word to us; it need not know.
adviser-answers-no = No single level would turn us.
adviser-answers-refuse = What it does for us is worth less than what it asks.
adviser-answers-yes = We could live with this, and a yes may be returned.
adviser-answers-tell = This is the truth by our brief; who knows it can meet us there.
adviser-answers-only = With this level we could live with it.
adviser-answers-missing = With this level we could sign.
adviser-answers-agree = What it does for us is worth more than what it asks.
adviser-answers-counter-mine = This costs us less, and it may do for them.
adviser-answers-counter-yours = For this it would be worth it to us.

# What is known of others, about a package.
adviser-mandates = It lies inside the mandate of { $inside } and outside the mandate of { $outside }.
adviser-all-inside = It lies inside every other mandate.
adviser-all-outside = It lies outside every other mandate.
adviser-told-yes = { $who } said yes to this.
adviser-told-no = { $who } said no to this.
adviser-told-only = { $who } said: only with { $what }.

# The pane, and the word in plain text.
adviser-title = What would my adviser do?
adviser-how = A neutral script that knows only what we know. All are told that we asked, not what it said.
adviser-one-view = Here it sees only one way.
adviser-one-move = Nothing else can be done here.
adviser-first = It would do this: { $label }
adviser-second = Or else: { $label }
adviser-write = To do it, write `{ $action }`.
adviser-keys = Enter puts it before you, Esc closes
adviser-none = The adviser has nothing to say here.
adviser-help = `adviser`: two moves that a neutral script would make in your place, and why. All are told that you asked.
