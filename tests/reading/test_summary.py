"""The summary over documents: what is counted, and which refusals recur."""

from twotrack.reading.finders import read
from twotrack.reading.summary import Summary, asked_in
from twotrack.sources.raw import Document
from twotrack.vocabulary import Clarity

FIRST = """Republic of Aldmark, Ministry of Foreign Affairs
Aldmark-Verania Human Rights Dialogue: Press Briefing
12 March 2031

MS. TEVE: We are ready for your questions.

QUESTION: Did you raise the use of torture in prisons?

MS. TEVE: Yes, we did. We raised it twice.

QUESTION: And whom did you name?

MS. TEVE: I'm not going to get into names.
"""
SECOND = FIRST.replace("2031", "2032").replace("not going to get into names", "not going to get into names,")


def summary_of(*texts: str) -> Summary:
    """The summary over these texts."""
    summary = Summary()
    for text in texts:
        document = Document(text=text, extractor="text/1")
        summary.add(asked_in(document, read(document, source="a", sha256="")))
    return summary


def test_each_question_is_counted_by_theme_speaker_and_year() -> None:
    summary = summary_of(FIRST, SECOND)
    assert (summary.documents, summary.all.asked, summary.all.by_clarity[Clarity.NON_REPLY]) == (2, 4, 2)
    assert {key: tally.asked for key, tally in summary.rows("theme")} == {None: 2, "torture": 2}
    assert [(key, tally.asked) for key, tally in summary.rows("year")] == [("2031", 2), ("2032", 2)]
    assert [key for key, _ in summary.rows("party")] == ["Aldmark"]


def test_a_refusal_in_the_same_words_recurs_whatever_the_punctuation() -> None:
    (one,) = summary_of(FIRST, SECOND).recurring()
    assert (one.times, one.documents) == (2, 2)
    assert "not going to get into names" in one.words


def test_a_refusal_that_was_given_once_does_not() -> None:
    assert summary_of(FIRST).recurring() == []


def test_a_document_without_questions_is_counted_as_a_document() -> None:
    summary = summary_of("We met on 3 May 2031.", "")
    assert (summary.documents, summary.all.asked) == (2, 0)
