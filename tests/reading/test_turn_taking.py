"""What a turn does besides asking and answering."""

from collections.abc import Callable

import pytest

from twotrack.reading import turn_taking


@pytest.mark.parametrize(
    ("does", "words", "other"),
    [
        (turn_taking.listens, ["Yeah.", "Mm-hmm.", "Sure, go ahead.", "嗯。"], ["No.", "All.", "Yes, we did."]),
        (
            turn_taking.only_courtesy,
            [
                "Thank you all.",
                "Okay. Go ahead, Ana.",
                "James?",
                "Next is Bo Lind with Newswire.",
                "Your line is open.",
            ],
            ["Tomorrow.", "So.", "In Tarn.", "We did. James?", "Ana.", "Sorry, that was in June."],
        ),
        (
            turn_taking.thanks,
            ["Thank you.", "Okay, thanks, Lena.", "Good morning, sir."],
            ["The list.", "We thank nobody"],
        ),
        (turn_taking.broken_off, ["And then —", "What I —\n", "Well —  (Cross-talk.)"], ["And then.", "U-turn"]),
        (turn_taking.resumes, ["— but why?", "… and who?"], ["But why?"]),
        (
            turn_taking.announces,
            [
                "On the waiver —",
                "Okay, so, on — on the pier.",
                "Quickly, about the meeting in Holm.",
                "If I could ask you one on the wages.",
            ],
            ["Mr. Hall, can I —", "I mean —", "That is not true.", "Okay.", "But it was about the envoy."],
        ),
        (turn_taking.hands_over, ["I will stop there. Ana, over to you."], ["It is over."]),
        (
            turn_taking.closes,
            ["Sorry, guys. Thanks, everybody.", "Thanks, everybody.\n\n(Cross-talk.)"],
            ["Thank you for that.", "Thanks, Ana."],
        ),
        (
            turn_taking.offers,
            ["Ana, do you want to take that?", "Would you like to answer this one?"],
            ["Do you want to add a name?", "Do you want to take the road to Tarn?", "We want to take that road."],
        ),
        (turn_taking.is_stub, ["Sir —", "Mr. President, can —", "If peop- —"], ["Sir.", "We do not know who —"]),
        (
            turn_taking.says_nothing,
            ["Ameri- —", "Well, we’ve been very — I mean, we’ve —"],
            ["We’ve shut the road to —", "We have been."],
        ),
        (turn_taking.only_calls, ["Sir —", "Mr. President, can —"], ["Thank you —", "Why?"]),
        (
            turn_taking.thanks_all,
            ["I want to thank everyone who came.", "Thanks, guys. Bye."],
            ["Thank you for that.", "Thanks, Ana. We are all here."],
        ),
        (turn_taking.gives_back, ["Hold on. Could you close the door? Go ahead."], ["It was read."]),
        (turn_taking.only_names, ["Mr. President! Mr. President!"], ["Mr. President, why"]),
        (
            turn_taking.asks_back,
            [
                "Can you repeat that?",
                "Could you say that one more time?",
                "Say again?",
                "Which minister?",
                "You broke up a bit there.",
                "What?",
            ],
            [
                "James?",
                "We did. Okay?",
                "It was read out to them.",
                "We hope that we do not repeat that day.",
                "Is that so? " + "We think that it is not. " * 12,
            ],
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_each_act_is_told_by_its_words(does: Callable[[str], bool], words: list[str], other: list[str]) -> None:
    assert [one for one in words if not does(one)] == []
    assert [one for one in other if does(one)] == []
