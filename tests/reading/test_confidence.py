"""Confidence as a share: the map rises, stays within 0 and 1, and leaves alone what was not measured."""

from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.confidence import CALIBRATED, share
from twotrack.reading.finders import read
from twotrack.sources.raw import Document

SURE = st.floats(0, 1)


@given(section=st.sampled_from(CALIBRATED), one=SURE, other=SURE)
def test_who_is_surer_is_never_shown_as_less_sure(section: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= share(section, low) <= share(section, high) <= 1


def test_a_section_that_was_not_measured_keeps_what_its_finder_says() -> None:
    assert share("exchanges", 0.37) == 0.37


def test_calibration_changes_nothing_but_the_confidence() -> None:
    document = Document(
        text="Republic of Aldmark\n\nWe met on 3 May 2031 in Vell and raised torture.", extractor="text/1"
    )
    shown, raw = (read(document, source="a", sha256="", calibrate=calibrate) for calibrate in (True, False))
    assert [one.theme for one in shown.topics] == [one.theme for one in raw.topics] == ["torture"]
    assert shown.topics[0].confidence == share("topics", raw.topics[0].confidence)
