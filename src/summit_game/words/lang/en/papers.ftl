# The papers of a delegation and of the table: brief, text, cards, map, score, the end.
papers-line = { $text }: { $points } ({ $behind })

papers-treaty = The treaty so far:
papers-issue = { $issue }: { $level }.
papers-core-issue = { $issue }, core issue: { $level }.
papers-blocks = Whose objection alone blocks:
papers-principal = { $who }: every package, as a principal (R4.2).
papers-right = { $who }: { $issue } from level { $level }. { $reason } ({ $clause })
papers-slack = Other objections that are overruled: { $slack } (R4.4).

papers-round = Round { $round } of { $rounds }.
papers-track = { $name }: { $value }{ $frozen ->
        [yes] , frozen
       *[no] {""}
    }. { $meaning }
papers-track-with-ends = { $name }: { $value }, from { $low } ({ $lowest }) to { $high } ({ $highest }){ $frozen ->
        [yes] , frozen
       *[no] {""}
    }. { $meaning }
papers-delegation = { $who } ({ $side }): { $tracks }; { $who-number ->
        [plural] hold
       *[singular] holds
    } { $hands }.
papers-seat-track = { $track } { $value }
papers-units = { $side } { $units } of at most { $cap }
papers-no-units = no { $units }
papers-zone = { $place } { $zone }: { $units }{ $monitor ->
        [yes] ; a monitor stands here
       *[no] {""}
    }.

papers-hand = The hand of { $who }:
papers-no-proposal = No Proposal.
papers-no-concession = No Concession.
papers-no-pressure = No Pressure card.
papers-proposal = Proposal { $id }, { $title }. Sets { $issue } to { $level }. { $text }
papers-concession = Concession { $id }, { $title }. Sets { $issue } to { $level }. { $text }
papers-pressure = Pressure card { $id }, { $title }. { $text }
papers-effects = Effects: { $effects }.
papers-source = Source: { $source }{ $invented ->
        [yes] {" "}(invented)
       *[no] {""}
    }

# The public mandates.
papers-mandates = Mandates, open to all{ $drawn ->
    [yes] , drawn for this game (R1.4a)
   *[no] {""}
  }:
papers-mandates-of = { $who } ({ $id })
papers-mandate = { $issue }: { $same ->
    [yes] level { $low }
   *[no] levels { $low } to { $high }
  }{ $red ->
    [none] {""}
   *[other] ; red line: { $red }
  }
papers-brief = Brief of { $who }: { $title }. For your eyes only.
papers-priorities = Priorities:
# A brief that was drawn for this game.
papers-drawn-title = drawn for this game
papers-drawn = Your instructions were drawn for this game: your mandate lies open, the values below are yours alone.
papers-drawn-order = What you want, the most important issue first:
papers-drawn-level = level { $level }
papers-drawn-priority = { $issue }: { $points ->
    [0] no level is worth anything to you
   *[other] up to { $points } points. Best: { $best }
  }{ $reds ->
    [0] .
   *[other] . Red line: { $red }.
  }
papers-questions = Questions to think about:
papers-values = Values in points:
papers-value = level { $level }: { $points }{ $red ->
        [yes] { $now ->
            [yes] {" "}(red line, now)
           *[no] {" "}(red line)
        }
       *[no] { $now ->
            [yes] {" "}(now)
           *[no] {""}
        }
    }
papers-issue-values = { $issue }: { $values }. Mandate: levels { $low } to { $high }.
papers-text-value = Value of the treaty as it stands: { $points }.
papers-reservation = Fallback at the start, with mood: { $points }.
papers-walk-away = Fallback now, if talks failed: { $points }. Its lines:
papers-goal = Goal, worth { $points }: { $title }. { $text } ({ $id })
papers-goal-end = Goal, worth { $points }, { $met ->
        [yes] met
       *[no] not met
    }: { $title }. { $text }
papers-no-goals = This game has no goals.
papers-mood = Mood: { $title }. { $text } ({ $id })
papers-mood-end = Mood: { $title }. { $text }
papers-no-moods = This game has no moods.

papers-fit = { $title }: fit { $points } of 100.
papers-score = { $who }: score { $points }, fallback at the start { $reservation }, surplus { $surplus }, rating { $rating } of 100, { $band }.
papers-if-now = If the game ended now: { $title }. Your own score would be:

papers-ending = The ending: { $title }.
papers-label = Label: { $title }. { $text }
papers-fits = How well each ending fits:
papers-over-settlement = { $other } fits better, but a treaty is in force: so it is { $ending } (R8.2).
papers-over-conflict = { $other } fits better, but it came to a conflict: so it is { $ending } (R8.2).
papers-not-settlement = { $other } fits best, but no treaty is in force: so it cannot be the ending (R8.2).
papers-not-conflict = { $other } fits best, but it did not come to a conflict: so it cannot be the ending (R8.2).
papers-reached = What each delegation reached:
papers-single-winner = Highest result, if you play for a single winner (R8.7): { $who }.
papers-text = The text:

# What was possible at this table (R8.8).
papers-possible = What was possible with the briefs that were dealt:
papers-zone-of-texts = { $zone } of { $texts } texts were worth every delegation's fallback at the start; under this table's rule of consensus { $consensus } were. { $efficient } texts could be bettered for nobody without loss to another (Pareto-efficient), { $efficient_in_zone } of them worth everybody's fallback.
papers-spread = Lowest rating { $lowest }, spread { $spread }.
papers-no-trade = No text would have been better for one delegation without being worse for another.
papers-trade-move = { $issue } { $old } to { $new }
papers-trade = Missed trade: { $moves } would have hurt nobody: { $gains }.
papers-trade-as-it-stands = The text on the table, in force, would have hurt nobody: { $gains }.
papers-no-nash = No text reached everybody's fallback at the start, so leaving without a text was no mistake.
papers-nash = Nash text (largest product of surplus plus one): { $text }; it gives { $gains }. This game reached { $share } %.
papers-card-source = source: { $source }{ $invented ->
        [yes] {" "}(invented for the game)
       *[no] {""}
    }
papers-named = named by { $who } in round { $round }: { $level }
papers-talk = What was said to you and by you:
papers-talk-none = At this table delegations send no messages. (R19)
papers-talk-nothing = Nothing yet.
papers-talk-round = Round { $round }
papers-talk-word = The word of { $who } { $how ->
        [open] is open
        [kept] was kept
        [broken] was broken
        [shown] was broken, and all know it
        [gone] was taken back, or lapsed
       *[done] has fallen due
    }.
