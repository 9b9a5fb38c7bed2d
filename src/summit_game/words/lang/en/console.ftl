# The facilitator's console on the screen.
console-do = Do it
console-choose = choose
console-write = write
console-not-given = not given
console-not-now = Not now: { $why }.
console-in-plain = In plain text: facilitator { $usage }
console-what-it-does = What it does
console-something-else = Something else …
console-refused = Refused
console-done = Done
