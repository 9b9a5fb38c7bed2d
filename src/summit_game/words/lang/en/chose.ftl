# What a bot says it has chosen: `We chose …: because of this.`
chose-table = tabling this package
chose-nonpaper = tabling this non-paper
chose-step = a step of our own
chose-press = this Pressure card
chose-consult = consulting
chose-rally = rallying support at home
chose-pledge = a pledge at home
chose-sign = putting the question
chose-use = this action
chose-pass = passing
chose-promise = this promise
chose-silence = staying silent
chose-object = objecting
