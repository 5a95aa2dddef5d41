"""Handover, brief, readout and annual on the small record: exact sentences, what stands under which part, and whose names."""

from datetime import timedelta
from typing import Any

import pytest

from makers import NOW
from record.reports.small_record import TODAY, Small
from twotrack import clock
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import (
    Account,
    Characterisation,
    Export,
    MeetingTheme,
    Passage,
    Position,
    Representation,
    Response,
    User,
)
from twotrack.record.publication import decide_publication
from twotrack.record.reports import Report, make_report
from twotrack.record.reports.printed import what_left
from twotrack.record.representations import raise_cases
from twotrack.vocabulary import Property, PublicationForm

THEME = "Freedom of thought, conscience, religion or belief"


def cleared(name: str, about: Any, **more: Any) -> Report:
    return make_report(name, str(about), sight=Sight.of_context(), today=TODAY, **more)


def public(name: str, about: Any) -> Report:
    return make_report(name, str(about), sight=Sight.public(), today=TODAY)


def under(report: Report, part: str, about: str | None = None) -> list[str]:
    """The sentences of a part, and of what within it they tell of."""
    return [str(row.cells[2]) for row in report.rows if row.cells[0] == part and about in (None, row.cells[1])]


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def grounded(ledger: Ledger, row: Any, passage: Passage) -> Any:
    made = ledger.add(row)
    ledger.ground(made, passage=passage)
    return made


# -- the brief


def test_a_brief_tells_of_each_person_in_a_paragraph(small: Small) -> None:
    report = cleared("brief", small.round_4.pk)
    assert under(report, "Persons", "Edric Vane (detention)") == [
        "Edric Vane (detention). Nothing more is stated of who this is, in the sources we have.",
        "What happened is not stated in the sources we have.",
        "Last raised on 10 May 2023 at round 1 by Aldmark with Verania.",
        "Last reply: will look into it (Verania, 11 June 2024): “Aldmark raised the cases; Verania will look into it.”",
        "Changed: released (May 2025); linked to the dialogue by the Mission.",
        "We ask nothing further unless there is news: released.",
    ]
    assert under(report, "Persons", "Tamsin Orrel (detention)")[2:] == [
        "Last raised on 12 July 2025 at round 3 by Aldmark with Verania; 3 times in all, the first time on 10 May 2023.",
        "No reply, as was noted twice.",
        "We ask for a first reply; not stated in the sources we have: whereabouts, charge and sentence.",
    ]


def test_a_brief_begins_with_those_not_settled_the_latest_raised_first(small: Small) -> None:
    persons = [row.cells[1] for row in cleared("brief", small.round_4.pk).rows if row.cells[0] == "Persons"]
    assert list(dict.fromkeys(persons)) == [
        "Tamsin Orrel (detention)", "Mirel Osk (detention)", "Edric Vane (detention)",
    ]  # fmt: skip


def test_a_brief_tells_of_the_cases_and_themes_that_were_chosen(small: Small) -> None:
    report = cleared("brief", small.round_4.pk, cases=[small.ansa.pk], themes=["torture"])
    assert {row.cells[1] for row in report.rows if row.cells[0] == "Persons"} == {"Ansa Brill (detention)"}
    assert [row.cells[2] for row in report.rows if row.cells[0] == "Themes"] == [
        "Aldmark: no position in the sources we have.",
        "Verania: no position in the sources we have.",
    ]


def test_a_brief_says_what_is_known_of_a_person(small: Small) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        for about, value in ((Property.OCCUPATION, "lawyer"), (Property.BORN_ON, "1971"), (Property.NAME, "谭辛")):
            ledger.state(small.tamsin.person, about, value, inference="known")
        for about, value in (
            (Property.STATUS, "detained"),
            (Property.DETAINED_ON, "2022-03"),
            (Property.CHARGE, "fraud"),
        ):
            ledger.state(small.tamsin, about, value, inference="known")
    told = under(cleared("brief", small.round_4.pk), "Persons", "Tamsin Orrel (detention)")
    assert told[:2] == [
        "Tamsin Orrel (detention), also written 谭辛: lawyer; born on: 1971.",
        "Detained; detained on: March 2022; charge: fraud.",
    ]
    assert told[-1] == "We ask for a first reply; not stated in the sources we have: whereabouts and sentence."


def test_a_brief_has_both_sides_last_positions_and_what_is_due(small: Small) -> None:
    report = cleared("brief", small.round_4.pk)
    assert under(report, "Themes", THEME) == [
        "Aldmark, last at round 2 (11 June 2024): “believers must be free”.",
        "Verania, last at round 2 (11 June 2024): “We say again: our courts decide according to law”.",
    ]
    assert [words.partition(" (")[0] for words in under(report, "Due")] == [
        "Overdue: publish the law", "Open: hold round 4", "Standing: continue to raise cases",
    ]  # fmt: skip
    assert under(report, "The meeting")[0] == "round 4 (June 2026): planned, between Aldmark and Verania."


def test_a_brief_says_what_they_will_raise_and_our_answer(small: Small) -> None:
    assert under(public("brief", small.round_4.pk), "What they will raise, and our answer") == [
        "Nothing that they raised about us is in the sources we have."
    ]
    with writing(PUBLIC, by=officer()) as ledger:
        act = Representation(
            by_party=small.verania,
            to_party=small.aldmark,
            about_party=small.aldmark,
            meeting=small.round_3,
            theme="torture",
        )
        grounded(ledger, act, small.passage)
        answer = Response(
            response_type="other", local_term="we explained the law", by_party=small.aldmark, representation=act
        )
        grounded(ledger, answer, small.passage)
    assert under(public("brief", small.round_4.pk), "What they will raise, and our answer") == [
        "Verania raised it (12 July 2025).",
        "Our answer: we explained the law (Aldmark).",
    ]


def test_a_brief_says_who_is_there_for_the_first_time(small: Small) -> None:
    report = public("brief", small.round_2.pk)
    assert under(report, "Delegations", "Verania") == [
        "Ministry of Justice.", "Labour Office, for the first time.", "nine agencies.",
    ]  # fmt: skip
    assert under(report, "Delegations", "Aldmark") == ["Not stated in the sources we have."]


def test_a_brief_says_what_changed_since_it_was_printed_last(small: Small) -> None:
    part = "Changed since the last print"
    assert under(cleared("brief", small.round_4.pk), part) == ["Not printed before, in the sight of this record."]
    with clock.fixed(lambda: NOW + timedelta(days=2)), writing(CONFIDENTIAL, by=officer()) as ledger:
        what = what_left("brief", str(small.round_4.pk))
        ledger.add(Export(what=what, path="brief.docx", names=3, by=ledger.by, at=ledger.at))
    said = under(cleared("brief", small.round_4.pk), part)
    assert said == [
        "Printed last on 6 May 2026 at 09:30 UTC by officer, with the names of 3.",
        "Nothing in this brief is new or changed since.",
    ]
    with clock.fixed(lambda: NOW + timedelta(days=3)), writing(PUBLIC, by=officer()) as ledger:
        raise_cases(
            ledger, [small.edric], meeting=small.round_3, by=small.aldmark, to=small.verania, passage=small.passage
        )
    assert under(cleared("brief", small.round_4.pk), part)[1:] == [
        "New, under Persons, Edric Vane (detention): Last raised on 12 July 2025 at round 3 by Aldmark with Verania; twice in "
        "all, the first time on 10 May 2023."
    ]
    assert under(public("brief", small.round_4.pk), part) == ["Not printed before, in the sight of this record."]


def test_a_brief_without_clearance_knows_nothing_of_what_is_confidential(small: Small) -> None:
    report = public("brief", small.round_4.pk)
    assert not report.confidential
    assert "Mirel" not in str(report)
    assert under(report, "Persons", "Tamsin Orrel (detention)")[3] == "No reply, as was noted once."


# -- the handover


def test_a_handover_says_that_the_next_round_is_overdue_by_the_interval(small: Small) -> None:
    assert under(public("handover", small.dialogue.pk), "The dialogue") == [
        "Aldmark-Verania dialogue, between Aldmark and Verania; rounds are meant to be held every 6 months.",
        "3 rounds held in this record, the first round 1 (10 May 2023), the last round 3 (12 July 2025).",
        "The next round of Aldmark-Verania dialogue is overdue: by the interval it should have begun by 12 January 2026, "
        "after round 3 (12 July 2025).",
    ]
    assert (
        public("round", small.round_2.pk).notes[-1].startswith("The next round of Aldmark-Verania dialogue is overdue")
    )


def test_a_handover_prints_numbers_as_they_were_said_and_no_zero(small: Small) -> None:
    assert under(cleared("handover", small.dialogue.pk), "Meetings") == [
        "round 4 (June 2026): planned.",
        "round 3 (12 July 2025): held; 1 act of raising; 1 response there.",
        "round 2 (11 June 2024): held; 3 acts of raising, some 20 among them; 2 responses there.",
        "round 1 (10 May 2023): held; 1 act of raising.",
    ]


def test_a_handover_lists_the_cases_that_wait_and_the_lists(small: Small) -> None:
    report = cleared("handover", small.dialogue.pk)
    assert under(report, "Cases never answered") == [
        "Tamsin Orrel (detention): raised 3 times, first 10 May 2023, last 12 July 2025, by Aldmark; that no reply came was "
        "noted twice.",
        "Mirel Osk (detention): raised once (11 June 2024), by Aldmark.",
    ]
    assert under(report, "Lists") == [
        "list of June from Aldmark to Verania (June 2024): 3 names, 2 replied on, 1 with a change, 1 with better treatment; "
        "reply as said: status stated nothing changed; some 2 (Verania, September 2024)."
    ]
    assert under(report, "Replies to follow up") == []  # of Edric Vane a change is recorded
    assert under(report, "Who was at the last round", "Verania") == ["Prison Board."]


def test_each_sentence_that_stands_on_words_has_a_footnote(small: Small) -> None:
    report = public("handover", small.dialogue.pk)
    row = next(row for row in report.rows if row.cells[0] == "Cases never answered")
    assert row.grounds == (small.passage.pk,)
    assert [note.quote for note in report.footnotes] == ["Aldmark raised the cases; Verania will look into it."]


# -- readout and annual


@pytest.fixture
def told(small: Small) -> Small:
    """Round 2 as two public acts on a source tell it; of the persons Tamsin Orrel may be named, Edric Vane counted."""
    with writing(PUBLIC, by=officer()) as ledger:
        raise_cases(
            ledger, [small.tamsin, small.edric, small.ansa], meeting=small.round_2, by=small.aldmark, to=small.verania,
            passage=small.passage,
        )  # fmt: skip
        grounded(ledger, MeetingTheme(meeting=small.round_2, theme="torture"), small.passage)
        said = Position(
            meeting=small.round_2, party=small.verania, theme="torture", summary="Lorvan Tesk was never harmed"
        )
        grounded(ledger, said, small.passage)
        grounded(ledger, Characterisation(meeting=small.round_2, party=small.aldmark, words="frank"), small.passage)
    for case, form in ((small.tamsin, PublicationForm.NAME), (small.edric, PublicationForm.COUNT)):
        decide_publication(case.person, form, by=officer(), at=NOW)
    return small


def test_a_readout_names_counts_and_leaves_out_as_the_decisions_say(told: Small) -> None:
    report = cleared("readout", told.round_2.pk)
    assert under(report, "Persons") == [
        "Aldmark raised the cases of Tamsin Orrel and 1 further case; and a number of cases, as it was said: some 20."
    ]
    assert under(report, "How it was described") == ["Aldmark: “frank”."]
    assert not report.confidential


def test_a_readout_withholds_what_looks_like_a_name_in_quoted_words(told: Small) -> None:
    assert under(public("readout", told.round_2.pk), "What was discussed") == [
        "On Torture and ill-treatment Verania said: “[name withheld] was never harmed”.",
        "Torture and ill-treatment: discussed.",
    ]


def test_each_sentence_of_what_goes_out_has_its_source_and_footnotes_quote_nothing(told: Small) -> None:
    for report in (public("readout", told.round_2.pk), public("annual", "2024")):
        notes = {note.passage for note in report.footnotes}
        assert report.rows
        assert all(set(row.grounds) & notes for row in report.rows)
        assert [(note.source, note.dated, note.place, note.quote) for note in report.footnotes] == [
            ("a note", "2025-07-20", "", "")
        ]


def test_what_goes_out_is_the_same_whether_or_not_there_are_confidential_entries(told: Small) -> None:
    assert cleared("readout", told.round_2.pk) == public("readout", told.round_2.pk)
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        raise_cases(ledger, [told.mirel], by=told.aldmark, to=None, meeting=told.round_2, inference="x")
    assert "Mirel" not in str(cleared("readout", told.round_2.pk))
    assert "Mirel" not in str(cleared("annual", "2024"))


def test_an_annual_report_counts_what_may_be_told_of(told: Small) -> None:
    report = public("annual", "2024")
    assert under(report, "Meetings, and what was raised there") == [
        "round 2 (11 June 2024), held: 3 acts of raising, of the case of Tamsin Orrel; and a number of cases, as it was said: "
        "some 20; and 1 further case."
    ]
    assert {one.label: one.value for one in report.totals} == {
        "meetings": 1, "acts of raising": 3, "cases that may be told of": 2,
    }  # fmt: skip


def test_an_annual_report_tells_of_changes_of_those_that_may_be_counted(told: Small) -> None:
    part = "What changed for persons"
    assert under(public("annual", "2025"), part) == ["Released: 1 person, not named here."]
    decide_publication(told.edric.person, PublicationForm.NAME, by=officer(), at=NOW + timedelta(days=1))
    assert under(public("annual", "2025"), part) == ["Edric Vane: released (May 2025)."]
    decide_publication(told.edric.person, PublicationForm.NOTHING, by=officer(), at=NOW + timedelta(days=2))
    assert under(public("annual", "2025"), part) == []


def test_an_annual_report_can_be_kept_to_one_dialogue(told: Small) -> None:
    assert make_report("annual", "2024", today=TODAY, dialogue=str(told.dialogue.pk)).rows
    with pytest.raises(UsageError):
        make_report("readout", str(told.round_2.pk), dialogue=str(told.dialogue.pk))


# -- accounts


def test_accounts_are_the_same_differ_are_silent_or_refuse(small: Small) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        passages = {}
        for number, name in enumerate(("aldmark", "verania")):
            account = ledger.add(Account(party=small.made[name]))
            words = small.passage.quote[number : number + 10]
            passages[name] = ledger.add(
                Passage(text=small.passage.text, start=number, end=number + 10, quote=words, account=account)
            )
        ledger.state(small.round_1, Property.WHEN, "2023-05", passage=passages["aldmark"])
        ledger.state(small.round_1, Property.PLACE, "Dunmarrow", passage=passages["aldmark"])
        ledger.state(small.round_1, Property.PLACE, "Esk Harbour", passage=passages["verania"])
        for name in ("aldmark", "verania"):
            grounded(ledger, MeetingTheme(meeting=small.round_1, theme="torture"), passages[name])
        grounded(ledger, MeetingTheme(meeting=small.round_1, theme="labour"), passages["aldmark"])
        refusal = Representation(
            meeting=small.round_1, by_party=small.verania, theme="religion", representation_kind="would-not-say"
        )
        grounded(ledger, refusal, passages["verania"])
    report = public("accounts", small.round_1.pk)
    assert report.columns == ("about", "compared", "by whom", "Aldmark", "Verania", "officer", "account not stated")
    assert [row.cells[:5] for row in report.rows] == [
        ("dates", "silent", ("Verania",), ("May 2023",), None),
        ("place", "differs", ("Aldmark", "Verania"), ("Dunmarrow",), ("Esk Harbour",)),
        (f"theme: {THEME}", "refuses", ("Verania",), None, ("would not say",)),
        ("theme: Labour rights and conditions of work", "silent", ("Verania",), ("discussed",), None),
        ("theme: Torture and ill-treatment", "same", None, ("discussed",), ("discussed",)),
        ("person: Edric Vane (detention)", "silent", ("Aldmark", "Verania"), None, None),
        ("person: Tamsin Orrel (detention)", "silent", ("Aldmark", "Verania"), None, None),
    ]
    assert {one.label: one.value for one in report.totals} == {"same": 1, "differs": 1, "silent": 4, "refuses": 1}
