"""Every report on the small record: exact rows, with clearance and without."""

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from record.reports.small_record import TODAY, Small
from twotrack.errors import LedgerError, UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Person, User
from twotrack.record.reports import REPORTS, Report, make_report
from twotrack.record.representations import raise_cases, respond
from twotrack.vocabulary import ResponseType


def cleared(name: str, about: Any = "") -> Report:
    return make_report(name, str(about), sight=Sight.of_context(), today=TODAY)


def public(name: str, about: Any = "") -> Report:
    return make_report(name, str(about), sight=Sight.public(), today=TODAY)


def cells(report: Report) -> list[tuple[Any, ...]]:
    return [row.cells for row in report.rows]


def totals(report: Report) -> dict[str, tuple[int, int]]:
    return {total.label: (total.value, total.confidential) for total in report.totals}


def marked(report: Report) -> list[bool]:
    return [row.confidential for row in report.rows]


TAMSIN = ("Tamsin Orrel (detention)", 3, "10 May 2023", "12 July 2025", ("Aldmark",), 1)


def test_unanswered_counts_acts_of_raising_and_takes_a_note_of_no_reply_for_none(small: Small) -> None:
    mirel = ("Mirel Osk (detention)", 1, "11 June 2024", "11 June 2024", ("Aldmark",), None)
    report = cleared("unanswered")
    assert cells(report) == [(*TAMSIN[:-1], 2), mirel]
    assert marked(report) == [True, True]  # of the two notes that Tamsin Orrel got no reply one is confidential
    assert totals(report) == {"cases raised": (3, 1), "cases never answered": (2, 1), "acts on these": (4, 0)}


def test_unanswered_without_clearance_knows_nothing_of_what_is_confidential(small: Small) -> None:
    report = public("unanswered")
    assert cells(report) == [TAMSIN]
    assert totals(report) == {"cases raised": (2, 0), "cases never answered": (1, 0), "acts on these": (3, 0)}


def test_a_round_says_what_was_raised_and_what_came_back(small: Small) -> None:
    said = ("raised", "Aldmark", "Verania")
    assert cells(public("round", small.round_1.pk)) == [
        ("Tamsin Orrel (detention)", None, *said, None, None, None),
        (
            "Edric Vane (detention)",
            None,
            *said,
            None,
            None,
            ("released (May 2025); linked to the dialogue by the Mission",),
        ),
    ]


def test_a_round_prints_a_number_as_it_was_said(small: Small) -> None:
    report = cleared("round", small.round_2.pk)
    assert cells(report) == [
        ("Tamsin Orrel (detention)", None, "raised", "Aldmark", "Verania", None, None, None),
        ("Mirel Osk (detention)", None, "raised", "Aldmark", "Verania", None, None, None),
        (
            "a number of cases", "Freedom of thought, conscience, religion or belief", "raised", "Aldmark", "Verania",
            "some 20", None, None,
        ),
    ]  # fmt: skip
    assert marked(report) == [False, True, False]
    assert totals(report)["acts of raising"] == (3, 1)
    assert totals(public("round", small.round_2.pk))["cases raised"] == (1, 0)


def test_a_case_is_told_in_the_order_of_time(small: Small) -> None:
    assert [row[:4] for row in cells(public("case", small.edric.pk))] == [
        ("10 May 2023", "raised", "raised", "Aldmark"),
        ("June 2024", "list", "on the list list of June", "Aldmark"),
        ("11 June 2024", "reply", "will look into it", "Verania"),
        ("May 2025", "outcome", "released", None),
        (None, "stated", "name: Edric Vane", None),
    ]


def test_a_list_counts_the_names_that_were_answered_and_gives_numbers_as_said(small: Small) -> None:
    handed = ("list of June", "June 2024", "Aldmark", "Verania", 3)
    said = ("status stated nothing changed; some 2 (Verania, September 2024)",)
    assert cells(public("lists")) == [(*handed, 1, 1, 1, said, None)]
    assert cells(cleared("lists")) == [(*handed, 2, 1, 1, said, None)]
    assert marked(cleared("lists")) == [True]
    assert totals(public("lists")) == {
        "lists handed over": (1, 0), "names on them": (3, 0), "cases asked about": (3, 0),
        "cases with a reply": (1, 0), "cases with an outcome": (1, 0), "cases with better treatment": (1, 0),
    }  # fmt: skip
    assert totals(cleared("lists"))["cases with a reply"] == (2, 1)


def test_commitments_are_overdue_open_standing_or_kept(small: Small) -> None:
    made = "round 1 (10 May 2023)"
    assert cells(public("commitments")) == [
        ("publish the law", "Verania", "agreed", "1 January 2024", "overdue", made, None, None),
        ("hold round 4", "both sides", "agreed", "31 December 2026", "open", made, None, None),
        ("continue to raise cases", "Aldmark", "agreed", None, "standing", made, 3, ("open (12 July 2025)",)),
        (
            "hold round 2", "both sides", "agreed", "31 December 2024", "kept", made, None,
            ("kept (11 June 2024): it was held",),
        ),
    ]  # fmt: skip
    assert {label: value for label, (value, _) in totals(public("commitments")).items() if value} == {
        "overdue": 1, "open": 1, "standing": 1, "kept": 1,
    }  # fmt: skip


def test_a_benchmark_judged_in_confidence_is_not_judged_for_one_without_clearance(small: Small) -> None:
    not_met = ("admit a visit", None, "2025", None, "not met", "January 2026")
    assert cells(public("benchmarks")) == [
        ("publish figures", "Aldmark", "2024", None, "past due, not judged", None),
        not_met,
    ]
    assert cells(cleared("benchmarks")) == [
        ("publish figures", "Aldmark", "2024", None, "partly", "February 2025"),
        not_met,
    ]
    assert marked(cleared("benchmarks")) == [True, False]


def test_reciprocity_tells_about_whom_each_side_speaks(small: Small) -> None:
    aldmark = ("Aldmark", 3, None, None, 1)
    assert cells(public("reciprocity")) == [aldmark]
    assert cells(cleared("reciprocity")) == [("Aldmark", 4, None, None, 1), ("Verania", None, 1, None, None)]
    assert marked(cleared("reciprocity")) == [True, True]


def test_tracks_are_counted_by_round(small: Small) -> None:
    assert cells(public("tracks")) == [
        ("round 3 (12 July 2025)", 1, None, None, None, None, None, None),
        ("round 2 (11 June 2024)", 2, None, None, None, None, None, None),
        ("round 1 (10 May 2023)", 1, None, None, None, None, None, 4),
    ]
    assert marked(cleared("tracks")) == [False, True, False]


def test_agencies_are_present_new_or_no_longer_there(small: Small) -> None:
    justice, labour, prisons = "Ministry of Justice", "Labour Office", "Prison Board"
    assert cells(public("agencies")) == [
        ("round 1 (10 May 2023)", "Verania", "2 named", (justice, prisons), (justice, prisons), None),
        ("round 2 (11 June 2024)", "Verania", "nine agencies, 2 named", (labour, justice), (labour,), (prisons,)),
        ("round 3 (12 July 2025)", "Verania", "1 named", (prisons,), None, (labour, justice)),
    ]


def test_declined_counts_by_theme_and_year(small: Small) -> None:
    religion = ("Freedom of thought, conscience, religion or belief", "2025")
    assert cells(public("declined")) == [(*religion, 3, 1, 1, None)]
    assert cells(cleared("declined")) == [(*religion, 4, 2, 1, None)]
    assert marked(cleared("declined")) == [True]


def test_tone_gives_the_words_of_each_side(small: Small) -> None:
    candid = ("round 1 (10 May 2023)", "Aldmark", "candid")
    assert cells(public("tone")) == [candid]
    assert cells(cleared("tone")) == [candid, ("round 1 (10 May 2023)", "Verania", "scripted")]


def test_ours_says_of_each_name_we_gave_what_came_of_it(small: Small) -> None:
    given = [("name 1", 1, "list of June", 3, None, None), ("name 2", 2, "list of June", 1, None, True)]
    assert cells(public("ours")) == [*given, ("name 3", 3, "list of June", None, None, None)]
    assert cells(cleared("ours")) == [*given, ("name 3", 3, "list of June", None, None, True)]
    assert marked(cleared("ours")) == [False, False, True]


def test_positions_stand_side_by_side_and_recurring_words_are_marked(small: Small) -> None:
    report = public("positions", "religion")
    assert report.columns == ("meeting", "Aldmark", "Verania")
    assert cells(report) == [
        ("round 1 (10 May 2023)", None, ("our courts decide according to law",)),
        (
            "round 2 (11 June 2024)", ("believers must be free",),
            ("We say again: our courts decide according to law [again]",),
        ),
    ]  # fmt: skip


def test_rows_name_the_passages_they_stand_on(small: Small) -> None:
    assert public("unanswered").rows[0].grounds == (small.passage.pk,)


def about_of(small: Small, wanted: str) -> Any:
    known = {"CASE": small.tamsin.pk, "MEETING": small.round_2.pk, "DIALOGUE": small.dialogue.pk}
    return {**known, "THEME": "religion", "YEAR": "2024"}.get(wanted, "")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_asks_as_many_queries_of_a_larger_record(small: Small, name: str) -> None:
    about = about_of(small, REPORTS[name].about)
    few = queries(name, about)
    assert few <= (120 if REPORTS[name].document else 60)
    officer = User.objects.using(PUBLIC).get(name="officer")
    for alias in (PUBLIC, CONFIDENTIAL):
        with writing(alias, by=officer) as ledger:
            for _ in range(8):
                case = ledger.add(Case(person=ledger.add(Person())))
                raise_cases(
                    ledger, [case, small.tamsin], by=small.aldmark, to=None, meeting=small.round_2, inference="x"
                )
                respond(ledger, [small.tamsin], ResponseType.NO_REPLY, meeting=small.round_2, inference="x")
    assert queries(name, about) <= few + 4  # lookups that had nothing to look up before; none a row


def queries(name: str, about: Any) -> int:
    with CaptureQueriesContext(connections[PUBLIC]) as one, CaptureQueriesContext(connections[CONFIDENTIAL]) as two:
        cleared(name, about)
    return len(one) + len(two)


@pytest.mark.parametrize(
    ("name", "about"), [("nothing", ""), ("round", ""), ("round", "Tamsin Orrel"), ("lists", "2025")]
)
def test_a_wrong_question_is_refused(small: Small, name: str, about: str) -> None:
    with pytest.raises(UsageError):
        public(name, about)


def test_a_confidential_case_is_not_there_for_one_without_clearance(small: Small) -> None:
    with pytest.raises(LedgerError, match="no case has this id"):
        public("case", small.mirel.pk)
