"""The ceremony, one message at a time: state in, state and letters out. Any order of arrival, any repetition, one outcome."""

from __future__ import annotations

import msgspec

from longarm.exchange.ceremony import polynomial
from longarm.exchange.ceremony.checks import key_share, wrong_in
from longarm.exchange.ceremony.messages import Answer, Commit, Complain, Confirm, Deal, Incoming, Message, Outgoing, Reveal
from longarm.exchange.ceremony.state import State
from longarm.exchange.oprf import group
from longarm.exchange.refused import Refused


def step(state: State, incoming: Incoming) -> tuple[State, list[Outgoing]]:
    """Takes one message. Raises Refused when it is of another ceremony or from who has no part in it; the state stands.

    The same message again changes nothing; another one in its place ends the ceremony and names who sent it.
    """
    sender, message = incoming.sender, incoming.message
    if message.session != state.setup.id:
        raise Refused("unknown")
    _allow(state, sender, message)
    known = state.said_before(sender, message)
    if state.blame or known == message:
        return state, []
    if known is not None:
        return state.failed(sender, "two-messages"), []
    if state.done:
        return state, []
    state = state.heard(sender, message)
    if state.complaints:
        return _disputed(state)
    return _advanced(state)


def give_up(state: State, who: str) -> State:
    """People decide not to wait for `who` any longer."""
    return state if state.done or state.blame else state.failed(who, "silent")


def _allow(state: State, sender: str, message: Message) -> None:
    deals = sender in state.setup.dealers.values()
    receives = sender in state.setup.receivers.values()
    if sender == state.me or not (deals or receives):
        raise Refused("not-allowed")
    if not deals and isinstance(message, Commit | Reveal | Deal | Answer):
        raise Refused("not-allowed")
    if isinstance(message, Deal) and state.my_index is None:
        raise Refused("not-allowed")
    if isinstance(message, Complain) and (not receives or message.against not in state.setup.dealers.values()):
        raise Refused("not-allowed")


def _advanced(state: State) -> tuple[State, list[Outgoing]]:
    """As far as what was heard allows: reveal when all committed, deal when all revealed, confirm when all dealt."""
    dealers, out = sorted(state.setup.dealers.values()), list[Outgoing]()
    if not state.commits.keys() >= set(dealers):
        return state, out
    if state.mine is not None and state.me not in state.reveals:
        state, out = state.saying(state.mine)
    if not state.reveals.keys() >= set(dealers):
        return state, out
    for who in dealers:
        if why := wrong_in(state, who):
            return state.failed(who, why), out
    if state.line and not state.dealt:
        state, dealt = _deal(state)
        out += dealt
    if state.my_index is not None:
        if not state.deals.keys() >= set(dealers):
            return state, out
        for who in dealers:
            if not polynomial.is_value(state.deals[who].value, state.reveals[who].commitments, state.my_index):
                state, complained = state.saying(Complain(state.setup.id, who))
                return state, out + complained
    if state.me not in state.confirms:
        state, confirmed = state.saying(Confirm(state.setup.id, state.transcript))
        out += confirmed
    return _compared(state), out


def _deal(state: State) -> tuple[State, list[Outgoing]]:
    """My values to all who will hold, mine among them."""
    out = []
    for index, to in sorted(state.setup.receivers.items()):
        deal = Deal(state.setup.id, polynomial.value(state.line, group.small(index)))
        if to == state.me:
            state = state.heard(to, deal)
        else:
            out.append(Outgoing(to, deal))
    return msgspec.structs.replace(state, dealt=True), out


def _compared(state: State) -> State:
    """Done when all have confirmed the same."""
    for who, confirmed in sorted(state.confirms.items()):
        if confirmed.transcript != state.transcript:
            return state.failed(who, "other-transcript")
    if not state.confirms.keys() >= state.setup.everybody:
        return state
    return state.finished(None if state.my_index is None else key_share(state, state.my_index))


def _disputed(state: State) -> tuple[State, list[Outgoing]]:
    """Somebody says that a value did not fit. The accused shows it to all, once: that answers whose fault it was.

    The complainer had the value already, and the ceremony is over: no second complaint is answered.
    """
    for sender, complaint in sorted(state.complaints.items()):
        index = next(index for index, who in state.setup.receivers.items() if who == sender)
        accused = complaint.against
        if accused == state.me:
            if not state.dealt:
                return state.failed(sender, "false-complaint"), []
            answer = Answer(state.setup.id, sender, polynomial.value(state.line, group.small(index)))
            state, out = state.saying(answer)
            return state.failed(sender, "false-complaint"), out
        answered, revealed = state.answers.get(accused), state.reveals.get(accused)
        if answered is not None and answered.to == sender and revealed is not None:
            fits = polynomial.is_value(answered.value, revealed.commitments, index)
            return (state.failed(sender, "false-complaint") if fits else state.failed(accused, "bad-share")), []
    return state, []
