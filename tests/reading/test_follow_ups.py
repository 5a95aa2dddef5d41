"""Whether a press turn without a name is put by whoever asked before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.follow_ups import goes_on, says_so


@pytest.mark.parametrize(
    "words",
    [
        "And when was that?",
        "But who asked for it?",
        "Follow-up?",
        "Okay. If I can just quickly follow up on it: which markets are they looking into?",
        "Sir, may I follow up? How many votes are there?",
        "How so?",
        "“Prevented from moving”. Is that not the same?",
        "By how much did they raise it?",
        "Et la réponse, quelle est-elle ?",
        "Und was hat die andere Seite gesagt?",
        "Peki karşı taraf ne cevap verdi?",
        "Когда они вернутся?",
        "那立案呢？",
        "《港都日報》追問一下，總共有幾位？",
        "Qu’ont répondu les autorités ?",
    ],
)
def test_words_that_go_on_are_the_same_asker_s(words: str) -> None:
    assert goes_on(words, moderated=False, called=False)


@pytest.mark.parametrize(
    "words",
    [
        "Thank you. When does the list come out?",
        "Hi. Is the envoy back?",
        "Mr. President, did you ask for it?",
        "Madam Secretary, in December you said that it would be suspended.",
        "Minister, it is your birthday tomorrow. Any plans?",
        "On the Holm Strait, are the patrols still suspended?",
        "Can I ask about the budget?",
        "Change of topic?",
        "Buongiorno Ministro, quando si terrà il prossimo incontro?",
        "司長，家屬說沒有人回電話。有沒有聯絡？",
        "請問發言人，部長會不會出席？",
    ],
)
@pytest.mark.parametrize("called", [False, True], ids=["shouted", "called"])
def test_words_that_begin_anew_are_nobody_s(words: str, called: bool) -> None:
    assert not goes_on(words, moderated=False, called=called)


def test_where_each_is_called_by_name_who_has_the_floor_keeps_it() -> None:
    words = "Are any of our own nationals among them, or of our neighbours?"
    assert goes_on(words, moderated=False, called=True)
    assert not goes_on("Is the Secretary still going to the talks in two weeks?", moderated=False, called=False)


def test_where_a_moderator_gives_the_floor_only_thanks_or_a_greeting_ends_it() -> None:
    assert goes_on("Minister, on the budget?", moderated=True, called=False)
    assert not goes_on("Hello, this is about the budget.", moderated=True, called=False)


@pytest.mark.parametrize(("words", "said"), [("Just one more?", True), ("A follow-up on visas", True), ("Why?", False)])
def test_a_turn_says_itself_that_it_follows(words: str, said: bool) -> None:
    assert says_so(words) == said


@given(st.text(max_size=300))
def test_any_text_is_judged(words: str) -> None:
    assert goes_on(words, moderated=False, called=False) in {True, False}
