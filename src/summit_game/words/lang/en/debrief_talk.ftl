# The section Words and deeds of a debrief (R19). $at is a place in the game, such as "round 2, moment 14".
debrief_talk-title = Words and deeds
debrief_talk-messages = { $count ->
        [0] Delegations could talk to each other; nobody sent a message.
        [one] Delegations sent one message.
       *[other] Delegations sent { $count } messages.
    }
debrief_talk-closed = What was said stayed between two; only what all saw stands here. The open archive has the rest.
debrief_talk-all = all
debrief_talk-questions = About words and deeds: { $asked }

# Who said how much to whom.
debrief_talk-grid-pairs = Who spoke to whom, and what became of its word
debrief_talk-pair = { $who } to { $to }
debrief_talk-column-pair = From and to
debrief_talk-column-sent = Messages
debrief_talk-column-asked = Asked
debrief_talk-column-told = Told
debrief_talk-column-offered = Offered
debrief_talk-column-agreed = Agreed
debrief_talk-column-kept = Kept
debrief_talk-column-broken = Broke
debrief_talk-column-both_kept = Seen kept
debrief_talk-column-accused = Seen broken

# Understandings.
debrief_talk-grid-understandings = Every understanding
debrief_talk-worth-how = Points are those of the two briefs for both acts together: a change from the text as it stood when it was offered; to sign, the surplus over no deal of the text put to the question first. An act outside the text has no points.
debrief_talk-column-moment = Moment
debrief_talk-column-one = Offered by
debrief_talk-column-gives = Act
debrief_talk-column-its-word = Its word
debrief_talk-column-other = With
debrief_talk-column-gets = Act of the other
debrief_talk-column-other-word = Word of the other
debrief_talk-column-worth-one = Points to the first
debrief_talk-column-worth-other = Points to the other
debrief_talk-stands-kept = kept
debrief_talk-stands-broken = broken
debrief_talk-stands-withdrawn = taken back
debrief_talk-stands-open = open at the end

# Answers.
debrief_talk-grid-answers = Every answer
debrief_talk-mark-how = Which issue matters most, or where one could move most easily, is judged by what the brief of whoever answered still has to gain there, from the text as it stood: most of all issues, or of those in brackets, or least. An answer to a sounding is judged by its vote in that round on exactly that package, or on that package with the level that it asked for. All else is not judged.
debrief_talk-column-asked-by = Asked by
debrief_talk-column-question = Question
debrief_talk-column-answered-by = Answered by
debrief_talk-column-answer = Answer
debrief_talk-column-mark = It was
debrief_talk-mark-true = true
debrief_talk-mark-shaded = shaded
debrief_talk-mark-declined = declined
debrief_talk-mark-not-judged = not judged

# Warnings.
debrief_talk-grid-warnings = Every warning
debrief_talk-column-by = By
debrief_talk-column-to = To
debrief_talk-column-words = Warning
debrief_talk-column-became = What became of it
debrief_talk-warning-heeded = it was not done
debrief_talk-warning-carried-out = it was done, and the penalty came
debrief_talk-warning-empty = it was done, and no penalty came
debrief_talk-warning-no-occasion = it was done, and there was no occasion for the penalty
debrief_talk-warning-withdrawn = taken back
debrief_talk-warning-open = open at the end

# What all saw.
debrief_talk-seen = What all saw:
debrief_talk-seen-both-kept = { $at }: { $who } and { $to } have both kept an understanding.
debrief_talk-seen-accused = { $at }: { $to } showed that { $who } had broken a word: { $words }.
debrief_talk-seen-without-level = { $at }: { $who } let a package pass without the level that had been asked of { $to } for it.

# Questions for the room, with the facts behind them.
debrief_talk-trade = { $first } for { $second }: { $one } and { $two } would both have gained by this from the last text. Why did nobody sound it out?
debrief_talk-trade-points = By their briefs it was worth { $first } { $first ->
        [one] point
       *[other] points
    } to { $one } and { $second } { $second ->
        [one] point
       *[other] points
    } to { $two }.
debrief_talk-trade-others = To the others: { $points }.
debrief_talk-trade-count = { $count ->
        [one] It is the only trade of two changes by which two delegations would have gained and that nobody sounded out, offered or voted on.
       *[other] It is the best of { $count } trades of two changes by which two delegations would have gained and that nobody sounded out, offered or voted on.
    }
debrief_talk-dearest = Whose word was worth most, and how could the others know?
debrief_talk-word = { $who }: acts kept { $kept }, words broken { $broken }.
debrief_talk-word-seen = { $who }: understandings that both kept { $kept }, words shown to be broken { $broken }.
debrief_talk-word-points = To the others, what it kept was worth { $points } { $points ->
        [one] point
       *[other] points
    }.
debrief_talk-warned = Which warning was believed, and which was empty?
debrief_talk-warned-heeded = { $at }: { $who } to { $to }, { $words }. It was not done.
debrief_talk-warned-carried-out = { $at }: { $who } to { $to }, { $words }. It was done, and the penalty came.
debrief_talk-warned-empty = { $at }: { $who } to { $to }, { $words }. It was done, and no penalty came.
