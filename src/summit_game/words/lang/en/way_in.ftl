# The way in: three short pages before the first decision.
way_in-who = You are { $who }
way_in-priorities = What you want most:
way_in-priority = { $number }. { $issue }: up to { $points } points
way_in-best = Best: { $level }{ $reds ->
    [0] .
    [one] . Red line: level { $red }.
   *[other] . Red lines: levels { $red }.
  }
way_in-worth = What a deal has to be worth
way_in-leaving = Leaving without a deal is worth { $points } points to you now.
way_in-moves = What happens at the table can change that.
way_in-draft = The draft on the table is worth { $points } points to you now.
way_in-gap = That is { $gap } points against leaving{ $less ->
    [yes] : the draft must still get better for you.
   *[other] .
  }
way_in-goal = Your goal, { $points } points if it is met: { $title }
way_in-mood = The mood at home: { $title }
way_in-ends = How it can end
way_in-rounds = There are at most { $rounds } rounds. The game ends in one of these ways:
way_in-ending = - { $title }
way_in-treaty = A treaty needs at least { $issues } agreed issues{ $core ->
    [yes] , one of them a core issue
   *[other] {""}
  }; it can be signed from round { $round } on.
