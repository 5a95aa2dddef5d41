"""Who interviews, and for which outlet."""

import pytest

from twotrack.reading.interviewers import find_interviewer
from typed_text import reading_of


@pytest.mark.parametrize(
    ("head", "name", "outlet"),
    [
        ("Interview. The envoy was interviewed by Ana Ruiz of the Daily Post.", "Ana Ruiz", "Daily Post"),
        ("Interview With Ana Ruiz of Radio Tarn", "Ana Ruiz", "Radio Tarn"),
        (
            "A conversation with the envoy\n\nNotes Quarterly, issue 3\n\nShe spoke with our editor Bo Lind.",
            "Bo Lind",
            None,
        ),
        (
            "Interview der Beauftragten mit dem Tarner Tagblatt. Das Gespräch führte Jonas Holt.",
            "Jonas Holt",
            "Tarner Tagblatt",
        ),
        ("Entretien du ministre avec « Radio Tarn »\n\nPropos recueillis par Maud Kerb", "Maud Kerb", "Radio Tarn"),
        ("Intervista del Ministro alla Gazzetta di Tarn, a cura di Luca Bini", "Luca Bini", None),
        ("外交部司长接受《港都日报》专访\n采访：何静", "何静", None),
    ],
)
def test_a_heading_names_who_interviews(head: str, name: str | None, outlet: str | None) -> None:
    found = find_interviewer(head, 0, len(head))
    assert found is not None and found.name == name
    assert outlet is None or found.outlet == outlet


@pytest.mark.parametrize(
    "head", ["Press conference by Minister Holt", "The Minister spoke with reporters in Tarn.", ""]
)
def test_a_press_conference_has_no_interviewer(head: str) -> None:
    assert find_interviewer(head, 0, len(head)) is None


def test_in_an_interview_one_asks_throughout() -> None:
    text = (
        "Notes from Tarn\nA conversation with Yara Stone-Oll, envoy\n\nRights Quarterly, issue 3\n\n"
        "She spoke with our editor Bela Acht.\n\nBA: Did it help?\n\nYSO: Yes.\n\nBA: Is the Minister pleased?\n\nYSO: He is."
        "\n\nBA: Thank you.\n\nYSO: Thank you.\n"
    )
    found = [(one.asker, one.outlet) for one in reading_of(text).exchanges]
    assert found == [("Bela Acht", "Rights Quarterly")] * 2
