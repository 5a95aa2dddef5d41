"""An index finds the names that are worth comparing."""

from name_pairs import pairs
from twotrack.record.matching import judged
from twotrack.record.names.index import NameIndex


def everybody() -> NameIndex[int]:
    index: NameIndex[int] = NameIndex()
    for pair in pairs():
        for side in (pair.one, pair.other):
            for name in side.names:
                index.add(side.key, name)
    return index


def test_among_all_names_of_the_list_it_finds_what_matches() -> None:
    index = everybody()
    missed = [
        (pair.one.names, pair.other.names)
        for pair in pairs()
        if judged(pair.one.names, {}, pair.other) and pair.other.key not in index.near(pair.one.names)
    ]
    assert missed == []


def test_it_does_not_offer_everybody() -> None:
    index = everybody()
    assert len(index.near(("Gao Zhiyuan",))) < len(pairs()) // 5


def test_a_name_that_was_dropped_is_found_no_more() -> None:
    index: NameIndex[str] = NameIndex()
    index.add("one", "Ilsa Tarn")
    index.add("two", "Ilsa Tarn")
    index.drop("one", "Ilsa Tarn")
    assert index.near(("Ilsa Tarn",)) == ["two"]
    assert len(index) == 1
    index.drop("two", "Ilsa Tarn")
    assert not index._whole
    assert not index._partly
