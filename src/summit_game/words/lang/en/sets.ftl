# Numbered sets of mandates and briefs on paper (R1.4d).
sets-title = Sets of mandates and briefs: { $deck }, table of { $seats }
sets-about = Each set gives every delegation a public mandate and a secret brief (R1.4d). The overview and the briefs are for whoever leads the table only.
sets-overview = Overview
sets-head-set = Set
sets-head-seed = Seed
sets-head-suits = Of 1000 texts suit everybody
sets-head-best = Best text
sets-spread = { $sets } sets: { $best } best texts; the commonest is that of { $commonest } of them, the nearest two are { $nearest } levels apart; one text suits everybody in { $fitting } sets.
sets-line = To keep these sets in the deck, write under `draw`: { $line }
sets-set = Set { $number }
sets-mandates = Public mandates
sets-delegation = Delegation
sets-range = { $same ->
    [yes] { $low }
   *[no] { $low } to { $high }
  }{ $red ->
    [none] {""}
   *[other] ; red line { $red }
  }
sets-briefs = Secret briefs
sets-brief = { $who }, { $id }
sets-issue = Issue
sets-level = Level { $level }
sets-fallback = Points without a treaty: { $points }.
