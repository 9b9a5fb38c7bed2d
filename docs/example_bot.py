"""A bot for Summit: summit play --seat NAME="exec:python3 docs/example_bot.py"."""

import json
import sys


def gain(view, changes):
    """What the changes are worth to us, in points; a red line is never worth it."""
    if any(level in red.get(issue, []) for issue, level in changes):
        return -100
    values = view["brief"]["values"]
    return sum(values[issue][level or 0] - values[issue][view["text"][issue] or 0] for issue, level in changes)


def choose(view, legal):
    """Take and offer what does not lose; sign what beats the fallback; mend fences at home; keep calm."""
    if view["package"] and "silence" in legal:
        return "silence" if gain(view, view["package"]["changes"]) >= -3 else "object"
    pays = view["text_worth"] > view["no_deal_now"] and gain(view, view["text"].items()) == 0
    if "silence" in legal or ("sign" in legal and pays):
        return "sign" if "sign" in legal else "silence" if pays else "object"
    if "rally" in legal and view["delegations"][view["seat"]]["support"] < 5:
        return "rally"
    packages = {
        each: [cards[word] for word in each.split() if word in cards] for each in legal if each.startswith("table")
    }
    good = [each for each, changes in packages.items() if gain(view, changes) >= 0]
    calm = [each for each in legal if each in ("order hold", "promise none", "pass", "name", "amend none")] or legal
    return max(good, key=lambda each: gain(view, packages[each]) + 4 * len(packages[each]), default=calm[0])


for message in map(json.loads, sys.stdin):
    if message["type"] == "hello":
        print(json.dumps({"type": "hello", "protocol": 1, "name": "example"}), flush=True)
    elif message["type"] == "setting":
        texts = message["cards"]["proposals"] + message["cards"]["concessions"]
        cards = {card["id"]: (card["issue"], card["level"]) for card in texts}
        red = next(each["red_lines"] for each in message["delegations"] if each["id"] == message["seat"])
    elif message["type"] == "decide":
        action = choose(message["view"], message["legal"])
        print(json.dumps({"id": message["id"], "action": action, "why": "The best for us that I see."}), flush=True)
