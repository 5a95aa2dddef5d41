"""How the floor is given: whom the end of a turn calls on, whom a turn addresses."""

import pytest

from twotrack.reading.calls import UNNAMED, addressed, find_call, greeted, only_a_name, then_called


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Thank you. Next we go to Ana Ruiz with the Daily Post.", "Ana Ruiz", "Daily Post"),
        ("Our first question will go to the line of Bo Lind with Newswire. Please go ahead.", "Bo Lind", "Newswire"),
        ("Next question comes from Ana Ruiz, Daily Post. Your line is open.", "Ana Ruiz", "Daily Post"),
        ("We’ll start with MJ Lind with the Daily Post.", "MJ Lind", "Daily Post"),
        ("We will go to Rafa next. You should be unmuted now.", "Rafa", None),
        ("Let’s go to Jim from the Times. What’s your question, please?", "Jim", "Times"),
        ("That is where we are. Go ahead, Said.", "Said", None),
        ("Edith, then James.", "Edith", None),
        ("I have nothing more on it. Yes, please, Ana.", "Ana", None),
        ("James?", "James", None),
        ("We meet the mayor at noon.  With that, Darya.", "Darya", None),
        ("I think our first question will be from Ana Ruiz. I believe your line is unmuted.", "Ana Ruiz", None),
        ("Ana Ruiz at Reuters.", "Ana Ruiz", "Reuters"),
        ("The gentleman from Reuters.", None, "Reuters"),
        ("Next up, Newswire’s Ana Ruiz.", "Ana Ruiz", "Newswire"),
        ("Let’s go to Ana Ruiz with AFP. Go ahead.", "Ana Ruiz", "AFP"),
        ("The next caller in queue. Ana Ruiz, your line is unmuted. You may go ahead.", "Ana Ruiz", None),
        ("Buyurun Kerem Bey.", "Kerem", None),
        ("I have not seen it. Go ahead, JJ.", "JJ", None),
        ("Next we go to Ana Ruiz with i7NEWS.", "Ana Ruiz", "i7NEWS"),
        ("Next we go to Ana Ruiz with the 12th News.", "Ana Ruiz", "12th News"),
        ("Next we go to Ana Ruiz with al-Bayan.", "Ana Ruiz", "al-Bayan"),
        ("Let’s go to Ana Ruiz with The Daily Post newspaper.", "Ana Ruiz", "Daily Post"),
        ("With that, Ana, do you want to kick us off?", "Ana", None),
        ("We will know more soon.  \n  \nHi, Ellen.", "Ellen", None),
        ("We start with Ruth Amsel [Associated Wire].\n\nThe Gas Contract", "Ruth Amsel", "Associated Wire"),
        ("Now, Ana [Ana Ruiz, Allied Press], I believe you have the first question.", "Ana Ruiz", "Allied Press"),
        ("On fisheries. With that, Dessa, kick us off.", "Dessa", None),
        ("Can we go to Ana Ruiz with AFP? (No response.)", "Ana Ruiz", "AFP"),
        ("Bitte keine Zurufe. Frau Ohlsen von Reuters, dann Herr Winter.", "Ohlsen", "Reuters"),
        ("Die nächste Frage kommt von Anna Kern, dpa.", "Anna Kern", "dpa"),
        ("La parole est à Claire Aubin, du Courrier de Holm.", "Claire Aubin", "Courrier de Holm"),
        ("Tiene la palabra Ana Ruiz, de EFE.", "Ana Ruiz", "EFE"),
        ("Sorry. It’s open. Ana, and then we’ll go online.", "Ana", None),
        ("好，王小姐。", "王小姐", None),
        ("请法新社。", None, "法新社"),
        ("首先請中央社的王記者提問。", "王記者", "中央社"),
        ("下面请法新社记者提问。", None, "法新社"),
        ("接下來請《奧斯特日報》的何小姐。", "何小姐", "奧斯特日報"),
    ],
)
def test_the_end_of_a_turn_calls_on_somebody(words: str, name: str | None, outlet: str | None) -> None:
    call = find_call(words)
    assert call is not None
    assert (call.name, call.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "words",
    [
        "Nobody knows that better than we do here, sir. Go ahead, in the back.",
        "One at a time. You, sir.",
        "We have time for one final question. (Inaudible.)",
        "請後面那位先生提問。",
    ],
)
def test_somebody_may_be_called_on_without_a_name(words: str) -> None:
    assert find_call(words) == UNNAMED


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I would not say so.",
        "Yeah. Perfect. Thank you.",
        "Ameri- —",
        "I will turn it over to my colleague from NSC.",
        "Thank you, Ana.",
        "We met in Tarn.",
        "That is for the Department of Justice.",
        "Because of the harbour.",
        "I was minister when the last one broke down.",
        "记者朋友们请坐。",
        "Sorry, Ana.",
        "Happy birthday, Ana.",
        "It was good to see you, Ana.",
        "Holmstadt, yeah.",
        "We put it off. Spring.",
        "It is for next year. In Holmstadt.",
    ],
)
def test_what_only_ends_calls_on_nobody(words: str) -> None:
    assert find_call(words) is None


def test_a_second_may_be_called_on_to_come_after() -> None:
    assert then_called("All right. Edith, and then James.") == "James"
    assert then_called("Edith, please.") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Thanks, Ana. We did.", "Ana"),
        ("I’m sorry, Bo, I did not hear.", "Bo"),
        ("I wish we had more on it, Said. We do not.", "Said"),
        ("So, as you mentioned, Justin, the mayor spoke.", "Justin"),
        ("Well, I’ll say this, Weija: The road is shut.", "Weija"),
        ("In Tarn we met.", None),
        ("We met the ministers of Aldmark and Tarn.", None),
    ],
)
def test_an_answer_addresses_the_one_who_asked(words: str, name: str | None) -> None:
    assert addressed(words) == name


def test_a_greeting_gives_the_floor() -> None:
    assert greeted("Hi, Ana, how are you?") == "Ana"
    assert greeted("We said hello to her.") is None


def test_a_name_alone_may_be_an_answer_as_well() -> None:
    assert only_a_name("Ana.")
    assert not only_a_name("We did. Ana?")
