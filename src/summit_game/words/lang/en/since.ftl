# What happened since the reader's last move. $who is the id of a delegation, or "you".
since-title = SINCE YOUR LAST MOVE
since-title-all = SINCE THE LAST MOVE HERE
since-plain = Since your last move:
since-plain-all = Since the last move here:
since-you = you
since-up = ▲{ $by }
since-down = ▼{ $by }
since-to = { $by } to { $value }
since-worth = Draft { $draft }, fallback now { $away }: { $margin } { $moved }
since-worth-same = Draft { $draft }, fallback now { $away }: { $margin }
since-worth-up = (up { $by })
since-worth-down = (down { $by })
since-change = { $issue } { $before }→{ $after }
since-brackets = brackets
since-adopted = { $sign }{ $changes }, by { $who }: adopted, nobody objected.
since-adopted-over = { $sign }{ $changes }, by { $who }: adopted. Objected: { $objectors }.
since-failed = { $changes }, by { $who }: failed. Objected: { $objectors }.
since-signing-passed = All agreed to sign.
since-signing-passed-over = The signing went through. Objected: { $objectors }.
since-signing-failed = The signing was refused by { $objectors }.
since-issue = { $sign }The text changed: { $changes }.
since-named = Would have agreed: { $named }.
since-named-by = { $who } with { $levels }
since-level = { $issue } { $level }
since-tracks = { $moves }.
since-track = { $name } { $by } to { $value }
since-seats = { $kind ->
        [support] Support at home
        [credibility] Credibility
       *[pressure] Pressure
    }: { $moves }.
since-acts = { $acts }.
since-pressed = { $who } used a Pressure card
since-stepped = { $who } took a goodwill step
since-closed = the step of { $who } no longer waits
since-units = { $zone }: { $moves }.
since-monitors = New monitor: { $zones }.
since-drawn = New in your hand: { $cards }.
