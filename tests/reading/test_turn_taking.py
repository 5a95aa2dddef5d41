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
        (turn_taking.broken_off, ["And then —", "What I —\n"], ["And then.", "U-turn"]),
        (turn_taking.resumes, ["— but why?", "… and who?"], ["But why?"]),
        (
            turn_taking.announces,
            ["On the waiver —", "Quickly, about the meeting in Holm.", "If I could ask you one on the wages."],
            ["Mr. Hall, can I —", "I mean —", "That is not true.", "Okay."],
        ),
        (turn_taking.hands_over, ["I will stop there. Ana, over to you."], ["It is over."]),
        (
            turn_taking.closes,
            ["Sorry, guys. Thanks, everybody.", "Thanks, everybody.\n\n(Cross-talk.)"],
            ["Thank you for that.", "Thanks, Ana."],
        ),
        (turn_taking.gives_back, ["Hold on. Could you close the door? Go ahead."], ["It was read."]),
        (turn_taking.only_names, ["Mr. President! Mr. President!"], ["Mr. President, why"]),
        (
            turn_taking.asks_back,
            ["Can you repeat that?", "Say again?", "Which minister?", "You broke up a bit there.", "What?"],
            ["James?", "We did. Okay?", "It was read out to them.", "Is that so? " + "We think that it is not. " * 12],
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_each_act_is_told_by_its_words(does: Callable[[str], bool], words: list[str], other: list[str]) -> None:
    assert [one for one in words if not does(one)] == []
    assert [one for one in other if does(one)] == []
