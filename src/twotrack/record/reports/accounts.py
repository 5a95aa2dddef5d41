"""The accounts of a meeting side by side: what each tells of its dates, place, heads of delegation, themes and persons."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from twotrack import edtf
from twotrack.record.masking import fold
from twotrack.record.models import (
    Account,
    DialogueParty,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Position,
    RaisedCase,
    Representation,
    Statement,
)
from twotrack.record.reports import called
from twotrack.record.reports.grounds import passages_of, quotes, with_grounds
from twotrack.record.reports.report import Asked, Cell, Report, Row, Total, listed
from twotrack.record.reports.round import places_of
from twotrack.record.reports.seen import Fields, Seen
from twotrack.themes import theme_label
from twotrack.vocabulary import ParticipationRole, Property, RepresentationKind

SAME, DIFFERS, SILENT, REFUSES = "same", "differs", "silent", "refuses"
NOBODYS = "account not stated"
NOTES = (
    "Refuses: a side says that it would not say. Differs: two accounts tell otherwise. Silent: a side's account does not tell "
    "of it, which is neither yes nor no. A date or name that another one only makes more exact is the same.",
    "Whose account it is, is a person's note on the passage; what stands on none is under `account not stated` and makes no "
    "side speak.",
)
_HEAD = ("about", "compared", "by whom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One telling: in words, and what is compared of it; `refused` where the side would not say."""

    words: str
    compared: str
    refused: bool
    confidential: bool
    entry: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing on which accounts are compared: what each teller says, and how two values are compared."""

    about: str
    told: dict[str, list[Told]]
    agree: Callable[[str, str], bool]


class Tellers:
    """Whose account each entry is: the parties and tellers of the passages that it stands on."""

    def __init__(self, seen: Seen, entries: Iterable[uuid.UUID], stated: dict[uuid.UUID, uuid.UUID | None]) -> None:
        self._grounds = passages_of(seen, entries)
        passages = quotes(seen, (key for keys in self._grounds.values() for key in keys))
        self._account = {key: row.account_id for key, row in passages.items()}
        self._stated = stated
        keys = [*self._account.values(), *stated.values()]
        self._rows = seen.by_id(Account, keys, "party_id", "teller", "quoted_by_id")
        self._parties = called.parties(seen, (row.party_id for row in self._rows.values()))
        self._chains = called.accounts(seen, keys)

    def of(self, entry: uuid.UUID) -> list[tuple[str, str]]:
        """Who tells of an entry, each with the chain through which it came where there is one."""
        keys = [self._stated.get(entry), *(self._account.get(key) for key in self._grounds.get(entry, ()))]
        found = {self._name(key): self._chain(key) for key in keys if key is not None and key in self._rows}
        return list(found.items()) or [(NOBODYS, "")]

    def _name(self, key: uuid.UUID) -> str:
        row = self._rows[key]
        return self._parties.get(row.party_id) or row.teller

    def _chain(self, key: uuid.UUID) -> str:
        return self._chains.get(key, "") if self._rows[key].quoted_by_id else ""


def make(asked: Asked) -> Report:
    """The report `accounts`, about a meeting."""
    seen = asked.seen
    meeting = asked.seen.sight.require(Meeting, asked.about)
    sides = _sides(seen, meeting.pk)
    items = _items(seen, meeting.pk)
    others = {teller for item in items for teller in item.told} - set(sides)
    tellers = [*sides, *sorted(others, key=lambda name: (name == NOBODYS, name))]
    rows = [_row(item, sides, tellers) for item in items]
    met = called.meetings(seen, [meeting.pk])[meeting.pk]
    return Report(
        name="accounts",
        title=f"The accounts side by side: {met.label}",
        columns=(*_HEAD, *tellers),
        rows=with_grounds(rows[: asked.limit], seen),
        totals=tuple(_total(word, rows) for word in (SAME, DIFFERS, SILENT, REFUSES)),
        notes=NOTES,
        more=len(rows) > asked.limit,
    )


def _total(word: str, rows: list[Row]) -> Total:
    fits = [row for row in rows if row.cells[1] == word]
    return Total(label=word, value=len(fits), confidential=sum(row.confidential for row in fits))


def _sides(seen: Seen, meeting: uuid.UUID) -> list[str]:
    """The parties of the meeting: those of its dialogues, those that took part."""
    dialogues = list(seen.distinct(MeetingDialogue, "dialogue_id", meeting_id=meeting))
    keys = set(seen.distinct(DialogueParty, "party_id", dialogue_id__in=dialogues))
    keys |= set(seen.distinct(Participation, "party_id", meeting_id=meeting)) - {None}
    return sorted(name for key, name in called.parties(seen, keys).items() if key in keys)


def _items(seen: Seen, meeting: uuid.UUID) -> list[Item]:
    places = list(places_of(seen, meeting))
    stated = seen.of(
        Statement, "subject_id", [meeting], "about", "value", "account_id",
        about__in=[Property.WHEN.value, Property.PLACE.value],
    )  # fmt: skip
    heads = seen.of(
        Participation, "meeting_id", [meeting], "person_id", "agency_id", "party_id", role=ParticipationRole.HEAD.value
    )
    acts = seen.of(Representation, "meeting_id", places, "representation_kind", "by_party_id", "theme")
    themes = seen.of(MeetingTheme, "meeting_id", places, "theme")
    positions = seen.of(Position, "meeting_id", places, "theme", "party_id")
    raised = seen.of(RaisedCase, "representation_id", (act.pk for act in acts), "representation_id", "case_id")
    everything = [*stated, *heads, *acts, *themes, *positions]
    tellers = Tellers(seen, (row.pk for row in everything), {row.pk: row.account_id for row in stated})
    parties = called.parties(
        seen, [*(row.by_party_id for row in acts), *(row.party_id for row in (*heads, *positions))]
    )
    return [
        *_stated(stated, tellers),
        *_headed(seen, heads, parties, tellers),
        *_on_themes(acts, themes, positions, parties, tellers),
        *_on_persons(seen, acts, raised, parties, tellers),
    ]


def _stated(rows: list[Fields], tellers: Tellers) -> Iterator[Item]:
    for about, label, agree in ((Property.WHEN, "dates", _same_days), (Property.PLACE, "place", _same_names)):
        told: dict[str, list[Told]] = defaultdict(list)
        for row in rows:
            if row.about == about.value:
                words = edtf.in_words(row.value) if about is Property.WHEN else row.value
                _add(told, tellers, row, words, row.value)
        if told:
            yield Item(about=label, told=told, agree=agree)


def _headed(seen: Seen, rows: list[Fields], parties: dict[uuid.UUID | None, str], tellers: Tellers) -> Iterator[Item]:
    names = called.persons(seen, (row.person_id for row in rows))
    bodies = called.agencies(seen, (row.agency_id for row in rows))
    by_party: dict[str, dict[str, list[Told]]] = {}
    for row in rows:
        name = names[row.person_id].name if row.person_id in names else bodies.get(row.agency_id)
        if name:
            side = parties.get(row.party_id, "party not stated")
            _add(by_party.setdefault(side, defaultdict(list)), tellers, row, name, name)
    for side, told in sorted(by_party.items()):
        yield Item(about=f"head of the delegation of {side}", told=told, agree=_same_names)


def _on_themes(
    acts: list[Fields],
    themes: list[Fields],
    positions: list[Fields],
    parties: dict[uuid.UUID | None, str],
    tellers: Tellers,
) -> Iterator[Item]:
    found: dict[str, dict[str, list[Told]]] = {}
    for act in acts:
        if act.theme:
            _add_act(found.setdefault(act.theme, defaultdict(list)), tellers, act, act, parties)
    for row in themes:
        _add(found.setdefault(row.theme, defaultdict(list)), tellers, row, "discussed", "yes")
    for row in positions:
        words = f"position of {parties.get(row.party_id, 'a party')}"
        _add(found.setdefault(row.theme, defaultdict(list)), tellers, row, words, "yes")
    for theme, told in sorted(found.items(), key=lambda one: theme_label(one[0])):
        yield Item(about=f"theme: {theme_label(theme)}", told=told, agree=_equal)


def _on_persons(
    seen: Seen, acts: list[Fields], raised: list[Fields], parties: dict[uuid.UUID | None, str], tellers: Tellers
) -> Iterator[Item]:
    names = called.cases(seen, (link.case_id for link in raised))
    act_of = {act.pk: act for act in acts}
    found: dict[uuid.UUID, dict[str, list[Told]]] = {}
    for link in raised:
        told = found.setdefault(link.case_id, defaultdict(list))
        _add_act(told, tellers, act_of[link.representation_id], link, parties)
    unknown = called.Called(name=called.NAME_NOT_STATED, confidential=False)
    called_by = {key: names.get(key, unknown).name for key in found}
    for case in sorted(found, key=lambda key: (called_by[key], str(key))):
        yield Item(about=f"person: {called_by[case]}", told=found[case], agree=_equal)


def _add_act(
    told: dict[str, list[Told]], tellers: Tellers, act: Fields, link: Fields, parties: dict[uuid.UUID | None, str]
) -> None:
    """An act of raising as its account tells it; a denial or refusal is that of the party whose word it is."""
    kind = RepresentationKind(act.representation_kind)
    by = parties.get(act.by_party_id)
    words = f"{kind.label} by {by}" if by and kind is RepresentationKind.RAISED else kind.label
    compared = "no" if kind is RepresentationKind.SAID_NOT_RAISED else "yes"
    who = by if kind is not RepresentationKind.RAISED else None
    refused = kind is RepresentationKind.WOULD_NOT_SAY
    _add(told, tellers, act, words, compared, who=who, refused=refused, confidential=link.confidential)


def _add(
    told: dict[str, list[Told]],
    tellers: Tellers,
    row: Fields,
    words: str,
    compared: str,
    *,
    who: str | None = None,
    refused: bool = False,
    confidential: bool = False,
) -> None:
    for teller, chain in [(who, "")] if who else tellers.of(row.pk):
        said = f"{words} ({chain})" if chain else words
        one = Told(
            words=said, compared=compared, refused=refused, confidential=row.confidential or confidential, entry=row.pk
        )
        told[teller].append(one)


def _row(item: Item, sides: list[str], tellers: list[str]) -> Row:
    word, whose = _compare(item, sides)
    every = [one for some in item.told.values() for one in some]
    cells: list[Cell] = [item.about, word, listed(whose)]
    cells += [listed(one.words for one in item.told.get(teller, ())) for teller in tellers]
    return Row(
        cells=tuple(cells),
        entries=tuple(dict.fromkeys(one.entry for one in every)),
        confidential=any(one.confidential for one in every),
    )


def _compare(item: Item, sides: list[str]) -> tuple[str, list[str]]:
    """The word for a row, and the tellers of whom it is said."""
    refusing = [teller for teller, some in item.told.items() if any(one.refused for one in some)]
    if refusing:
        return REFUSES, sorted(refusing)
    told = [(teller, one.compared) for teller, some in item.told.items() for one in some]
    apart = {
        teller
        for teller, value in told
        for other, another in told
        if teller != other and not item.agree(value, another)
    }
    if apart:
        return DIFFERS, sorted(apart)
    silent = [side for side in sides if side not in item.told]
    return (SILENT, silent) if silent else (SAME, [])


def _equal(one: str, other: str) -> bool:
    return one == other


def _same_days(one: str, other: str) -> bool:
    """Whether one of two dates lies within the other."""
    first, second = edtf.parse(one), edtf.parse(other)
    bounds = (first.first, first.last, second.first, second.last)
    if None in bounds:
        return one == other
    a, b, c, d = bounds
    return (a <= c and d <= b) or (c <= a and b <= d)  # type: ignore[operator]


def _same_names(one: str, other: str) -> bool:
    """Whether the words of one are among those of the other: letters' case, accents, order apart."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, (fold(part).key for part in text.replace(",", " ").split())))
