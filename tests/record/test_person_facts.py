"""Facts of two persons: which agree, which speak against, which cannot be told."""

import pytest

from twotrack.record.person_facts import Fact, compare_facts

TOLD = [
    (Fact.BORN, "1970-04-12", "1970-04-12", True),
    (Fact.BORN, "1970", "1970-04-12", True),
    (Fact.BORN, "born in 1970", "1970-04", True),
    (Fact.BORN, "1970-04-12", "1970-04-21", False),
    (Fact.BORN, "not known", "1970", None),
    (Fact.GENDER, "f", "女", True),
    (Fact.GENDER, "male", "女", False),
    (Fact.OCCUPATION, "human rights lawyer", "律师", True),
    (Fact.OCCUPATION, "pastor", "外交部长", False),
    (Fact.OCCUPATION, "foreign minister", "minister", False),
    (Fact.OCCUPATION, "activist", "lawyer", None),
    (Fact.OCCUPATION, "glazier", "lawyer", None),
    (Fact.OCCUPATION, "glazier", "Glazier", True),
    (Fact.PLACE, "Chengdu, Sichuan", "Chengdu", True),
    (Fact.PLACE, "四川省成都市", "成都", True),
    (Fact.PLACE, "四川成都", "Chengdu", True),
    (Fact.PLACE, "Chengdu, Sichuan", "Leshan, Sichuan", None),
    (Fact.PLACE, "Beijing No. 2 Prison", "Harbin", False),
    (Fact.PLACE, "伊宁", "Ghulja", None),
    (Fact.CHARGE, "inciting subversion of state power", "煽动颠覆国家政权罪", True),
    (Fact.CHARGE, "inciting subversion", "subversion", False),
    (Fact.CHARGE, "detained", "subversion", None),
    (Fact.RELATION, "wife: Ilsa Tarn", "Ilsa Tarn", True),
    (Fact.RELATION, "wife: Ilsa Tarn", "son: Teo Tarn", None),
    (Fact.PARTY, "Verania", "Aldmark", False),
]


@pytest.mark.parametrize(
    ("fact", "one", "other", "agrees"), TOLD, ids=[f"{fact.value}: {one} - {other}" for fact, one, other, _ in TOLD]
)
def test_a_fact_agrees_disagrees_or_cannot_be_told(fact: Fact, one: str, other: str, agrees: bool | None) -> None:
    for first, second in ((one, other), (other, one)):
        found = compare_facts({fact: (first,)}, {fact: (second,)})
        assert [compared.agrees for compared in found] == ([] if agrees is None else [agrees])


def test_of_several_values_one_that_agrees_is_enough() -> None:
    found = compare_facts({Fact.PLACE: ("Harbin", "Kunming")}, {Fact.PLACE: ("Kunming",)})
    assert [(compared.one, compared.agrees) for compared in found] == [("Kunming", True)]


def test_years_of_birth_far_apart_are_of_two_persons() -> None:
    assert compare_facts({Fact.BORN: ("1952",)}, {Fact.BORN: ("1975",)})[0].far
    assert not compare_facts({Fact.BORN: ("1974",)}, {Fact.BORN: ("1975",)})[0].far
