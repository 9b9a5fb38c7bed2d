back_channel-has-met = Your delegation has already met in the back channel in this game.
back_channel-meet = Meet in the back channel
back_channel-meet-verb = Back channel
back_channel-meet-explained = One quiet meeting in a game. With trust { $trust } or more, tension −1; otherwise trust +1. (BC1 to BC3)
