"""Which convention a document uses, and which labels count in it."""

import pytest

from twotrack.reading.conventions import asks, find_labels
from twotrack.reading.tense import looks_ahead
from twotrack.sources.raw import Document

# the words of one briefing, by who speaks: s the spokesman, q the press
WORDS = [
    ("s", "Good morning. I have one thing at the top: a visit."),
    ("q", "Thank you. Will the two sides meet again?"),
    ("s", "They will. As the saying goes: talk is cheap."),
    ("q", "And where?"),
    ("s", "Time: ten. Place: Port Isel.\n\nThat is all I have."),
    ("q", "Did they speak of the lawyer?"),
    ("s", "They did."),
]
MANNERS = {
    "state-department": ("MR. HALL: ", "QUESTION: "),
    "white-house": ("MR. HALL:\u00a0 ", "Q\u00a0\u00a0\u00a0 "),
    "presidency-project": ("Secretary Hall. ", "Q. "),
    "question-answer": ("A: ", "Q: "),
    "chinese": ("林玮：", "记者："),
    "name-colon": ("Spokesman: ", "Question: "),
    "initials": ("A.H.: ", "J.S.: "),
}
VARIANTS = {
    **{name: (name, *labels) for name, labels in MANNERS.items()},
    "interpreted": ("state-department", "MR. HALL: ", "QUESTION (via interpreter): "),
    "bold": ("name-colon", "**Anna Hall:** ", "**Question:** "),
    "bold, colon after": ("name-colon", "**Anna Hall**: ", "**Question**: "),
    "italics": ("state-department", "*MR. HALL:* ", "*QUESTION:* "),
    "alone on its line": ("name-colon", "Anna Hall:\n", "Question:\n"),
    "outlet": ("name-colon", "Lin Wei: ", "Newswire: "),
    "french": ("name-colon", "Le porte-parole\u00a0: ", "Question (AZ)\u00a0: "),
    "german": ("question-answer", "Antwort: ", "Frage: "),
    "spanish": ("question-answer", "Respuesta: ", "Pregunta: "),
    "russian": ("question-answer", "Ответ: ", "Вопрос: "),
    "traditional": ("chinese", "發言人：", "記者："),
    "letters in chinese": ("chinese", "答：", "问："),
    "japanese": ("chinese", "【大臣】", "【記者】"),
    "wrapped": ("state-department", "SENIOR ADMINISTRATION\nOFFICIAL: ", "QUESTION: "),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_turns_are_found_in_every_manner(name: str) -> None:
    convention, spokesman, press = VARIANTS[name]
    label = {"s": spokesman, "q": press}
    text, starts = "A Heading Without a Date\n\n", []
    for who, words in WORDS:
        starts.append(len(text) + len(label[who]) - len(label[who].lstrip("*_【")))
        text += label[who] + words + "\n\n"
    found = find_labels(Document(text=text, extractor="text/1"))
    assert (found.convention, [one.start for one in found.labels]) == (convention, starts)


NO_TURNS = {
    "readout": "The ministers met.\n\nHe said: we will meet again. She said: good.",
    "list": "Joint statement\n\nParticipants:\nOstmark: Arne Rask\nTarn: Pavo Karst\n\nTime: 10:00\nPlace: Holm",
    "headings": "Human rights: they took stock.\n\nTrade: it grows.\n\nNext steps: they meet.",
    "chinese list": "会议通知\n时间：十点\n地点：北京\n主题：人权",
    "letter": "Dear all,\n\nTo: everyone\nFrom: nobody\nSubject: nothing\n\nYours",
}


@pytest.mark.parametrize("name", NO_TURNS)
def test_no_turn_is_invented(name: str) -> None:
    assert find_labels(Document(text=NO_TURNS[name], extractor="text/1")).labels == ()


def test_a_misprinted_label_among_capitals_is_one() -> None:
    text = "MR. HALL: Yes.\n\nQUESTION: Why?\n\nMODERTOR: Last one.\n\nQUESTION: And?\n\nMR. HALL: No.\n"
    assert len(find_labels(Document(text=text, extractor="text/1")).labels) == 5


@pytest.mark.parametrize(
    ("label", "press"),
    [
        ("Q", True),
        ("QUESTION", True),
        ("Journalist (AFP)", True),
        ("法新社记者", True),
        ("MR. HALL", False),
        ("答", False),
        ("QUESTIONABLE", False),
    ],
)
def test_a_label_may_say_that_the_press_asks(label: str, press: bool) -> None:
    assert asks(label) is press


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("We will meet in X.", True),
        ("We plan to meet in X.", True),
        ("We met in X.", False),
        ("It was raised in X.", False),
        ("They agreed to meet, and will do so in X.", True),
        ("We met. X is the month.", None),
        ("In X we will meet.", True),
    ],
)
def test_the_nearest_sign_says_whether_words_look_ahead(text: str, ahead: bool | None) -> None:
    at = text.index("X")
    assert looks_ahead(text, at, at + 1) is ahead
