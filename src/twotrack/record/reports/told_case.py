"""A case as a paragraph: who, what happened, last raised, last reply in its words, what changed, what to ask."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twotrack import edtf
from twotrack.record.models import Case, Source, SourceText, Statement
from twotrack.record.reports import acts, called
from twotrack.record.reports.acts import Act
from twotrack.record.reports.answers import BETTER
from twotrack.record.reports.grounds import passages_of, quotes
from twotrack.record.reports.seen import Fields, Seen
from twotrack.record.reports.sentences import Sentence, ended, how_often, joined, quoted
from twotrack.vocabulary import Property, RepresentationKind, ResponseType, Terms

_WHO = (Property.OCCUPATION, Property.BORN_ON, Property.AGE, Property.ETHNIC_GROUP, Property.RELIGION,
        Property.AFFILIATION, Property.RESIDENCE)  # fmt: skip
_HAPPENED = (
    Property.STATUS, Property.DETAINED_ON, Property.ARRESTED_ON, Property.CHARGE, Property.TRIED_ON, Property.COURT,
    Property.SENTENCED_ON, Property.SENTENCE, Property.SENTENCE_ENDS_ON, Property.RELEASE_EXPECTED_ON,
    Property.RELEASED_ON, Property.WHEREABOUTS, Property.DETENTION_CONDITIONS,
)  # fmt: skip
_ASKED_FOR = (Property.WHEREABOUTS, Property.CHARGE, Property.SENTENCE)
_NONE_YET = "We ask for a first reply"
_ASK = {
    ResponseType.NO_SUCH_NAME: "We ask again, with the names as they are written there: the last reply knew no such person",
    ResponseType.INTERNAL_AFFAIR: "We ask again: the last reply would not discuss it",
    ResponseType.STATUS_STATED: "We ask what has changed since the last reply",
    ResponseType.WILL_LOOK_INTO: "We ask what came of looking into it",
    ResponseType.CONTRADICTS: "We ask for the grounds of an account that contradicts ours",
    ResponseType.ALREADY_RELEASED: "We ask for confirmation of the release",
    ResponseType.DIED: "We ask for the circumstances of the death",
    ResponseType.PROMISED_IN_WRITING: "We ask for the reply that was promised in writing",
    ResponseType.FAVOURABLE: "We ask for confirmation of what was granted",
    ResponseType.MORE_INFORMATION: "We answer their question for more information, and ask again",
}
_NEWS = "We ask for news since the last reply"
Shown = dict[tuple[uuid.UUID, str], Fields]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """What is known of one case, of what is in sight."""

    key: uuid.UUID
    name: str
    confidential: bool
    names: tuple[str, ...]
    facts: dict[str, Fields]
    raised: tuple[Act, ...]
    replies: tuple[Act, ...]
    noted: tuple[Act, ...]  # that no reply came
    outcomes: tuple[Act, ...]
    said: str  # the last reply in its words, where its source allows to quote them

    @property
    def settled(self) -> bool:
        """Whether the last thing known is better treatment."""
        return bool(self.outcomes) and self.outcomes[-1].kind in BETTER


def tell(seen: Seen, cases: Sequence[uuid.UUID]) -> list[CaseTold]:
    """What is known of these cases, in the order given; a fixed number of queries."""
    rows = seen.by_id(Case, cases, "person_id", "group_id")
    subject = {key: row.person_id or row.group_id for key, row in rows.items()}
    names = called.cases(seen, cases)
    shown = called.shown_values(seen, [*subject.values(), *rows], *_WHO, *_HAPPENED)
    others: dict[uuid.UUID, list[str]] = defaultdict(list)
    for row in seen.of(Statement, "subject_id", subject.values(), "subject_id", "value", about=Property.NAME.value):
        others[row.subject_id].append(row.value)
    raised, replies, outcomes = (find(seen, rows) for find in (acts.raised, acts.replies, acts.outcomes))
    last = {key: real[-1] for key, some in replies.items() if (real := [act for act in some if acts.is_reply(act)])}
    said = _in_their_words(seen, last)
    found = []
    for key in cases:
        if key not in rows:
            continue
        came = replies.get(key, [])
        name = names.get(key, called.Called(name=called.NAME_NOT_STATED, confidential=False))
        found.append(
            CaseTold(
                key=key,
                name=name.name,
                confidential=name.confidential,
                names=tuple(one for one in dict.fromkeys(others[subject[key]]) if one not in name.name),
                facts=_facts(shown, key, subject[key]),
                raised=tuple(raised.get(key, ())),
                replies=tuple(act for act in came if acts.is_reply(act)),
                noted=tuple(act for act in came if not acts.is_reply(act)),
                outcomes=tuple(outcomes.get(key, ())),
                said=said.get(key, ""),
            )
        )
    return found


def sentences(case: CaseTold, part: str) -> Iterator[Sentence]:
    """The paragraph on a case."""

    def sentence(words: str, of: Iterable[Act] = (), facts: Iterable[Fields] = (), hidden: bool = False) -> Sentence:
        told, stated = list(of), list(facts)
        return Sentence(
            part=part,
            about=case.name,
            words=words,
            entries=tuple(dict.fromkeys([*(key for act in told for key in act.entries), *(one.pk for one in stated)])),
            confidential=case.confidential
            or hidden
            or any(one.confidential for one in told)
            or any(one.confidential for one in stated),
        )

    who = [case.facts[one] for one in _WHO if one in case.facts]
    yield sentence(_who(case), facts=who)
    happened = [case.facts[one] for one in _HAPPENED if one in case.facts]
    yield sentence(_happened(case), facts=happened)
    own = [act for act in case.raised if act.kind == RepresentationKind.RAISED]
    yield sentence(_raised(own), of=own[-1:], hidden=any(act.confidential for act in own))
    for act in case.raised:
        if act.kind != RepresentationKind.RAISED:
            yield sentence(f"{_start(act.said)}: {_where(act)}.", of=[act])
    yield sentence(_reply(case, own), of=case.replies[-1:] or case.noted[-1:])
    if case.outcomes:
        yield sentence(f"Changed: {'; '.join(act.words for act in case.outcomes)}.", of=case.outcomes)
    yield sentence(_ask(case), of=(), hidden=any(act.confidential for act in (*case.replies, *case.outcomes)))


def _who(case: CaseTold) -> str:
    written = f", also written {joined(case.names)}" if case.names else ""
    facts = [_fact(case, one) for one in _WHO if one in case.facts]
    told = f": {'; '.join(facts)}." if facts else ". Nothing more is stated of who this is, in the sources we have."
    return f"{case.name}{written}{told}"


def _happened(case: CaseTold) -> str:
    facts = [_fact(case, one) for one in _HAPPENED if one in case.facts]
    return f"{_start('; '.join(facts))}." if facts else "What happened is not stated in the sources we have."


def _raised(own: list[Act]) -> str:
    if not own:
        return "Not raised before, in the sources we have."
    last, first = own[-1], own[0]
    since = f", the first time {_in(first)}" if len(own) > 1 and _in(first) else ""
    number = f"; {how_often(len(own))} in all{since}"
    return f"Last raised {_where(last) or 'at a time not stated'}{number if len(own) > 1 else ''}."


def _reply(case: CaseTold, own: list[Act]) -> str:
    if case.replies:
        words = f": {quoted(case.said)}" if case.said else ""
        return ended(f"Last reply: {case.replies[-1].words}{words}")
    if case.noted:
        return f"No reply, as was noted {how_often(len(case.noted))}."
    return "No reply in the sources we have." if own else "Nothing was asked, so nothing came back."


def _ask(case: CaseTold) -> str:
    if case.settled:
        return f"We ask nothing further unless there is news: {case.outcomes[-1].said}."
    ask = _ASK.get(ResponseType(case.replies[-1].kind), _NEWS) if case.replies else _NONE_YET
    unknown = [one.label for one in _ASKED_FOR if one not in case.facts]
    return f"{ask}{f'; not stated in the sources we have: {joined(unknown)}' if unknown else ''}."


def _fact(case: CaseTold, about: Property) -> str:
    row = case.facts[about]
    value = edtf.in_words(row.value) if row.first_day else row.value
    return value if about in (Property.STATUS, Property.OCCUPATION) else f"{about.label}: {value}"


def _facts(shown: Shown, case: uuid.UUID, subject: uuid.UUID | None) -> dict[str, Fields]:
    """The shown value of each property: the case's own, else the person's."""
    found = {about: row for (key, about), row in shown.items() if key == subject}
    return found | {about: row for (key, about), row in shown.items() if key == case}


def _in_their_words(seen: Seen, last: dict[uuid.UUID, Act]) -> dict[uuid.UUID, str]:
    """The words of the passage that each of these replies stands on, where the terms of its source allow to quote them."""
    grounds = passages_of(seen, (act.id for act in last.values()))
    rows = quotes(seen, (key for keys in grounds.values() for key in keys))
    texts = seen.by_id(SourceText, (row.text_id for row in rows.values()), "source_id")
    sources = seen.by_id(Source, (row.source_id for row in texts.values()), "terms")
    open_to_quotes = {
        key
        for key, row in rows.items()
        if row.text_id in texts and sources[texts[row.text_id].source_id].terms != Terms.NOT_QUOTABLE
    }
    found = {}
    for case, act in last.items():
        words = [rows[key].quote for key in grounds.get(act.id, ()) if key in open_to_quotes]
        if words:
            found[case] = words[0]
    return found


def _where(act: Act) -> str:
    """When, where, by whom, with whom."""
    at = f"at {act.meeting.name}" if act.meeting else f"by {act.channel}" if act.channel else ""
    by = f"by {act.by}" if act.by else ""
    to = f"with {act.to}" if act.to else ""
    return " ".join(one for one in (_in(act), at, by, to) if one)


def _in(act: Act) -> str:
    words = called.in_words(act.when)
    return f"on {words}" if words and words[0].isdigit() and len(words) > 4 else f"in {words}" if words else ""


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]
