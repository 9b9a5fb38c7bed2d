# What a deck tells beside the game: before it, and after it.
about-content = Before you play
about-note = What is fact and what is invented
about-advice = Advice for a class
about-background = Background
about-when = { $title } ({ $when })
about-sources = Sources: { $sources }.
about-reference = { $publisher } ({ $date })
about-followed = What followed in the real world
about-fact = { $when }: { $text } Sources: { $sources }.
about-more = Read more about it at any time: about.
about-more-command = The whole story, with dates and sources: summit deck about { $deck }.
about-key = Enter goes on
about-no-forecast = How often a bot game ends in war, or in any other way, says nothing about how likely it was: games of bots are no forecast.
about-facts = What happened, and when
