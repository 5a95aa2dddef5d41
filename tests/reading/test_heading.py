"""Title, date, place, kind and language of a document."""

import pytest

from annotated_transcripts import NAMES, transcript
from twotrack.vocabulary import DocumentKind
from typed_text import reading_of

ASKED = "\n\nMR. ORR: Hello.\n\nQUESTION: Why?\n\nMR. ORR: So.\n"


def test_the_date_of_the_event_goes_before_that_of_publication() -> None:
    heading = reading_of("Briefing on the Talks in Tarn\nMay 17, 2030\n\nMay 14, 2030" + ASKED).heading
    assert (heading.title, heading.date) == ("Briefing on the Talks in Tarn", "2030-05-14")


def test_front_matter_gives_title_and_date_where_the_page_prints_none() -> None:
    heading = reading_of(
        "Via Teleconference\n\n10:31 A.M. EST" + ASKED, title="Call on\u00a0the Talks", date="2030-05-14 11:00"
    ).heading
    assert (heading.title, heading.date, heading.place) == ("Call on the Talks", "2030-05-14", "Via Teleconference")


def test_a_date_within_a_sentence_is_not_the_documents() -> None:
    assert reading_of("The two sides met on 3 May 2029.\n\nThey will meet again.").heading.date is None


def test_page_furniture_is_no_title() -> None:
    text = (
        "An official website of the Republic\n\nPRESS RELEASE\n\nTalks with Verania end in Sarnholm\n\nMay 14, 2030"
        + ASKED
    )
    assert reading_of(text).heading.title == "Talks with Verania end in Sarnholm"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We met the envoy.\n\nBest regards,\nAna\n\nAsia Desk\n", None),
        ("Note on the talks\n\nAsia Desk\n\nWe met the envoy.\n", None),
        ("Talks with Verania end\n\nSarnholm, Aldmark\n\nMay 14, 2030" + ASKED, "Sarnholm, Aldmark"),
        ("Talks with Verania end\n\nOffice of the Spokesman\n\nHolm Press Room" + ASKED, "Holm Press Room"),
        ("Talks with Verania end\n\nSarnholm, 14 May 2030 – The two sides met.\n", "Sarnholm"),
        ("Talks with Verania end\n\nAssistant Secretary, Bureau of Labour\n" + ASKED, None),
    ],
)
def test_the_place_is_a_line_of_the_heading(text: str, place: str | None) -> None:
    assert reading_of(text).heading.place == place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Remarks on the Talks" + ASKED, DocumentKind.BRIEFING),
        ("Remarks on the Talks\n\nMINISTER ORR: Hello all.\n", DocumentKind.REMARKS),
        ("Readout of the Call with Verania\n\nThey spoke.", DocumentKind.READOUT),
        ("Joint Statement of Aldmark and Verania\n\nWe agree.", DocumentKind.JOINT_STATEMENT),
        ("Verania and Aldmark: the human rights dialogue held in Tarn\n\nThey spoke.", DocumentKind.READOUT),
        ("A Page of Something Else\n\nWords.", DocumentKind.OTHER),
    ],
)
def test_the_kind_follows_turns_and_title(text: str, kind: DocumentKind) -> None:
    assert reading_of(text).heading.kind is kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides met in the city and spoke of the law for a day.", "en"),
        ("双方举行了人权对话，并同意明年再次举行。", "zh"),
        ("Les deux parties se sont réunies dans la ville et ont parlé de la loi.", "fr"),
        ("12 34", "und"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    assert reading_of(text).heading.language == language


@pytest.mark.parametrize(
    "line",
    [
        "Mardi 14 mai 2030",
        "Sarnholm, 14. Mai 2030",
        "Holm, 14 de mayo de 2030",
        "Port Isel, 14.05.2030",
        "05/14/2030",
        "2030年5月14日",
        "二〇三〇年五月十四日",
        "民國119年5月14日",
        "2030-05-14 18:30",
        "Regular Press Conference of May 14, 2030",
        "2030年5月14日外交部发言人林玮主持例行记者会",
    ],
)
def test_a_printed_day_is_read_in_many_manners(line: str) -> None:
    assert reading_of(line + "\n\nThe two sides met.").heading.date == "2030-05-14"


@pytest.mark.parametrize("line", ["05/04/2030", "31.02.2030", "二〇三〇年十三月一日", "May 2030"])
def test_no_day_is_guessed(line: str) -> None:
    assert reading_of(line + "\n\nThe two sides met.").heading.date is None


@pytest.mark.parametrize("name", NAMES)
def test_the_heading_is_that_which_a_reader_finds(name: str) -> None:
    known = transcript(name)
    heading = reading_of(known.text, **known.metadata).heading
    found = {part: getattr(heading, part) or "-" for part in ("title", "date", "place", "kind", "language")}
    assert {part: str(value) for part, value in found.items()} == {part: known.heading[part] for part in found}


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Talks End in Tarn | Ministry of Foreign Affairs", "Talks End in Tarn"),
        ("Talks End in Tarn - GOV.UK", "Talks End in Tarn"),
        ("Department Briefing – March 6, 2031 - Department of State", "Department Briefing – March 6, 2031"),
        ("Fwd: [PRESS] Talks End in Tarn", "Talks End in Tarn"),
        ("Gaggle Ahead of the Summit | Tarn, Verania", "Gaggle Ahead of the Summit | Tarn, Verania"),
        ("Tarn and Verania – a long road", "Tarn and Verania – a long road"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(given: str, title: str) -> None:
    assert reading_of("They met.", title=given).heading.title == title
