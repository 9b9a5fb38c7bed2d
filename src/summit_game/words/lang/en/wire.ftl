# Answers to messages of a seat that cannot be taken.
wire-too-long = The message is longer than { $most } bytes; send a shorter one.
wire-unknown = This is not a message of a seat: { $why }.
wire-version = This game speaks version { $ours } of the messages of a seat, not version { $theirs }; use a Summit that speaks version { $ours }.
wire-stale = Something has happened since you looked; look at the table again.
wire-answer = The game gave an answer that cannot be read: { $why }.
