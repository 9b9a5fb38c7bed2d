"""Setting up (R1), refilling hands (R2.2) and beginning a round (R2.1)."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine import events as ev
from summit_game.engine.board import CORRIDOR, NEWS, TALK
from summit_game.engine.effects import apply_effects
from summit_game.engine.legal import promises
from summit_game.engine.ops import Ops
from summit_game.engine.setting import CRISIS, EffectCard, Setting, TextCard

SHARED = -1


def deal(ops: Ops) -> None:
    """Shuffle all decks, deal briefs, goals and moods, and lay out the news of all rounds (R1.4, R1.5)."""
    state = ops.state
    setting, options = state.setting, state.setting.options
    secrets = state.game.secrets
    moods = [at for at, mood in enumerate(secrets.moods) for _ in range(mood.copies)]
    moods = ops.stream("moods").shuffled(moods) if options.moods else []
    for seat in setting.seats:
        name = setting.seat_ids[seat]
        briefs = len(secrets.briefs[seat])
        brief = ops.stream("brief", name).below(briefs) if options.draw_brief else 0
        goals = len(secrets.goals[seat])
        goal = ops.stream("goal", name).below(goals) if options.goals and goals else -1
        ops.record(ev.BriefDealt(seat, brief, goal, moods[seat % len(moods)] if moods else -1))
    shared = _all_copies(setting.proposals, SHARED)
    ops.record(ev.PileSet(ev.PROPOSAL, SHARED, tuple(ops.stream("proposals", 0).shuffled(shared))))
    for seat in setting.seats:
        name = setting.seat_ids[seat]
        own = ops.stream("concessions", name).shuffled(_all_copies(setting.concessions, seat))
        ops.record(ev.PileSet(ev.CONCESSION, seat, tuple(own)))
        own = ops.stream("pressure", name).shuffled(_all_copies(setting.pressure, seat))
        ops.record(ev.PileSet(ev.PRESSURE_CARD, seat, tuple(own)))
    ops.record(ev.NewsSet(tuple(_news(ops))))


def _all_copies(cards: Sequence[TextCard | EffectCard], owner: int) -> list[int]:
    return [at for at, card in enumerate(cards) if card.owner == owner for _ in range(card.copies)]


def _news(ops: Ops) -> list[int]:
    """One event per round; a deck with fewer events than rounds is shuffled again (R1.4)."""
    setting = ops.state.setting
    if setting.options.acts:
        return _news_in_acts(ops)
    cards = _all_copies(setting.events, SHARED)
    result: list[int] = []
    while cards and len(result) < setting.options.rounds:
        result += ops.stream("events", len(result)).shuffled(cards)
    return result[: setting.options.rounds]


def _news_in_acts(ops: Ops) -> list[int]:
    """The news of each round comes from its act; one of the crisis rounds brings a crisis card (R2.5a)."""
    setting = ops.state.setting
    options = setting.options
    piles = {act: ops.stream("act", act).shuffled(_of_act(setting, act)) for act in sorted(set(options.acts))}
    result: list[int] = []
    for act in options.acts[: options.rounds]:
        if not piles[act]:
            piles[act] = ops.stream("act again", act, len(result)).shuffled(_of_act(setting, act))
        result.append(piles[act].pop())
    rounds = [number for number in options.crisis_rounds if number <= len(result)]
    if rounds and (crises := _of_act(setting, CRISIS)):
        at = ops.stream("crisis round").choice(rounds) - 1
        result[at] = ops.stream("crisis").choice(crises)
    return result


def _of_act(setting: Setting, act: int) -> list[int]:
    return [at for at in _all_copies(setting.events, SHARED) if setting.events[at].act == act]


def begin_round(ops: Ops) -> None:
    """A new round: initiative, refill, news, and the Corridor, talk or the first floor turn (R2)."""
    state = ops.state
    number = state.round + 1
    ops.record(ev.RoundBegan(number, (number - 1) % len(state.setting.seats)))
    for hook in state.rules.hooks.round_begins:
        hook(ops)
    for seat in state.turn_order():
        _refill(ops, seat)
    if state.news_list:
        card = state.news_list[number - 1]
        ops.record(ev.NewsTurned(card))
        spec = state.setting.events[card]
        ceiling = state.setting.options.news_ceiling
        ops.ceiling = ceiling[number - 1] if number <= len(ceiling) else None
        apply_effects(ops, spec.effects, SHARED, spec.id)
        ops.ceiling = None
    speakers = tuple(seat for seat in state.turn_order() if promises(state, seat))
    if speakers:
        ops.record(ev.CorridorOpened(speakers))
    else:
        next_speaker(ops)


def _refill(ops: Ops, seat: int) -> None:
    state, options = ops.state, ops.state.setting.options
    own = state.own[seat]
    draw_proposals(ops, seat, options.hand_proposals - len(own.proposals))
    _draw_own(ops, seat, ev.CONCESSION, state.concession_piles[seat], options.hand_concessions - len(own.concessions))
    wanted = options.hand_pressure - len(own.pressure)
    if state.round > 1:
        wanted = min(wanted, 1)
    _draw_own(ops, seat, ev.PRESSURE_CARD, state.pressure_piles[seat], wanted)


def _draw_own(ops: Ops, seat: int, kind: int, pile: list[int], wanted: int) -> None:
    count = min(wanted, len(pile))
    if count > 0:
        ops.record(ev.CardsDrawn(seat, kind, count, tuple(pile[-count:])))


def draw_proposals(ops: Ops, seat: int, wanted: int) -> None:
    """Draw Proposals; an exhausted deck is reshuffled from its discards (R2.4)."""
    state = ops.state
    while wanted > 0:
        if not state.proposal_pile:
            if not state.discard:
                return
            order = ops.stream("proposals", state.reshuffles + 1).shuffled(state.discard)
            ops.record(ev.Reshuffled(tuple(order)))
        count = min(wanted, len(state.proposal_pile))
        ops.record(ev.CardsDrawn(seat, ev.PROPOSAL, count, tuple(state.proposal_pile[-count:])))
        wanted -= count


def next_speaker(ops: Ops) -> bool:
    """Ask who talks next (R19.1), or give the floor to the next seat; False when both passes are over."""
    state = ops.state
    if state.phase in (NEWS, CORRIDOR, TALK):
        for hook in state.rules.hooks.talk_turn:
            hook(ops)
    return bool(state.waiting) or next_turn(ops)


def next_turn(ops: Ops) -> bool:
    """Give the floor to the next seat; False when both passes are over (R3.1)."""
    state = ops.state
    order = state.turn_order()
    if state.phase in (NEWS, CORRIDOR, TALK):
        pass_number, turn = 1, 0
    elif state.turn + 1 < len(order):
        pass_number, turn = state.pass_number, state.turn + 1
    else:
        pass_number, turn = state.pass_number + 1, 0
    if pass_number > state.setting.options.passes:
        return False
    ops.record(ev.TurnBegan(pass_number, turn, order[turn]))
    return True
