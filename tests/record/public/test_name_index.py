"""Many names in one walk: the same as looking for each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.record.masking import Form, find, forms_of
from twotrack.record.public.name_index import NameIndex

NAMES = ["Tamsin Orrel", "Ål Nørvik", "Teo", "高志远", "欧阳明", "O'Rrel", "Ana-María Vesk", "ﬁnn", "Σas", "3M", "عمر"]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*NAMES, "tamsin", "orrel", "Orrel's", "TeoMarrend3.txt", "Teodor", "A\u0301l", "\u200b", " "]),
        st.text(alphabet="abTO ré高志明\u0301-'3ﬁ", max_size=4),
    ),
    max_size=12,
).map("".join)


@given(text=TEXTS, names=st.lists(st.sampled_from(NAMES), max_size=5), alone=st.booleans())
def test_it_finds_what_looking_for_each_name_finds(text: str, names: list[str], alone: bool) -> None:
    forms = forms_of(names)
    sets = {"names": forms, "others": [Form("teo", alone)]}
    found = NameIndex(sets).find(text)
    assert found.get("names", []) == find(text, forms)
    assert found.get("others", []) == find(text, [Form("teo", alone)])


@pytest.mark.parametrize("name", ["Tamsin Orrel", "高志远", "Ål Nørvik"])
def test_a_name_is_found_at_both_ends_of_a_text(name: str) -> None:
    forms = forms_of([name])
    for text in (name, f"{name}, said", f"said {name}", f"{name}\u0301"):
        assert NameIndex({"names": forms}).find(text)["names"] == find(text, forms) != []


def test_no_name_finds_nothing() -> None:
    assert NameIndex({"names": [Form("", alone=False)]}).find("Tamsin Orrel") == {}
