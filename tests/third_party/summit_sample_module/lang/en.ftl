back_channel-has-met = Your delegation has already met in the back channel in this game.
