# Lines of a sum: a fallback now, a score, a fit.
line-reservation = fallback in the brief
line-mood = mood: { $title }
line-balance = balance of units
line-pressure = pressure tokens: { $tokens }
line-issue = { $title }: level { $level }
line-cold-war = cost of a new Cold War
line-conflict = cost of conflict
line-goal = goal { $met ->
        [yes] met
       *[no] not met
    }: { $title }
line-fit-bounds = a fit lies between 0 and 100
line-tension = tension { $tension }
line-credibility-lost = credibility lost: { $lost }
line-paid-at-home = paid at home
