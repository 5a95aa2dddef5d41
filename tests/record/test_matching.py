"""Who is proposed to be whom: measured on the list of pairs, and the rules."""

from name_pairs import measures, pairs, proposed
from twotrack.record.matching import Known, Verdict, candidates
from twotrack.record.person_facts import Fact, Facts


def verdict(name: str, facts: Facts, other: str, known: Facts) -> Verdict:
    found = candidates((name,), facts, {1: Known(key=1, names=(other,), facts=known)})
    assert len(found) == 1
    return found[0].verdict


def test_the_list_is_long_and_half_of_it_are_traps() -> None:
    same = [pair.same for pair in pairs()]
    assert len(same) >= 300
    assert 0.45 < sum(same) / len(same) < 0.55


def test_no_two_persons_of_the_list_are_called_the_same() -> None:
    wrong = [pair for pair in pairs() if not pair.same and (one := proposed(pair)) and one.verdict is Verdict.SAME]
    assert wrong == []


def test_nineteen_of_twenty_persons_are_found_among_the_candidates() -> None:
    true = [one for one in measures() if one.same]
    assert sum(one.found for one in true) >= 0.95 * sum(one.pairs for one in true)


def test_four_of_five_are_found_on_a_list_that_the_code_was_not_made_with() -> None:
    unseen = measures("unseen.tsv")
    assert sum(one.found for one in unseen) >= 0.8 * sum(one.pairs for one in unseen)


def test_more_than_half_of_the_candidates_are_the_person() -> None:
    assert sum(one.found for one in measures() if one.same) > sum(one.found for one in measures() if not one.same)


def test_a_name_alone_is_never_the_same() -> None:
    assert verdict("高志远", {}, "高志远", {}) is Verdict.PERHAPS


def test_a_full_date_of_birth_makes_it_the_same_and_one_disagreeing_fact_forbids_it() -> None:
    born = {Fact.BORN: ("1970-04-12",)}
    assert verdict("高志远", born, "Gao Zhiyuan", born) is Verdict.SAME
    other = {**born, Fact.OCCUPATION: ("judge",)}
    assert verdict("高志远", {**born, Fact.OCCUPATION: ("nurse",)}, "Gao Zhiyuan", other) is Verdict.PERHAPS


def test_what_several_share_of_one_event_is_not_enough() -> None:
    event = {Fact.DETAINED: ("2015-07-09",), Fact.PLACE: ("Beijing",), Fact.CHARGE: ("subversion",)}
    assert verdict("Wang Wei", event, "Wang Wei", event) is Verdict.PERHAPS


def test_a_near_spelling_is_never_the_same_whatever_agrees() -> None:
    facts = {Fact.BORN: ("1970-04-12",), Fact.PLACE: ("Wuhan",), Fact.OCCUPATION: ("nurse",)}
    assert verdict("Zhang Xiaoming", facts, "Zhang Xiaomin", facts) is Verdict.PERHAPS


def test_another_gender_is_another_person() -> None:
    assert verdict("陈静", {Fact.GENDER: ("f",)}, "陈静", {Fact.GENDER: ("m",)}) is Verdict.DIFFERENT


def test_the_likeliest_stands_first_and_says_why_in_one_line() -> None:
    known = {
        key: Known(key=key, names=(name,), facts=facts)
        for key, name, facts in (
            ("namesake", "林怡", {Fact.BORN: ("1931",)}),
            ("sound", "林毅", {}),
            ("herself", "Lin Yi", {Fact.BORN: ("1970-04-12",)}),
        )
    }
    found = candidates(("林怡",), {Fact.BORN: ("1970-04-12",)}, known)
    assert [one.key for one in found] == ["herself", "sound", "namesake"]
    assert found[0].why == "林怡 / Lin Yi: the same in another script; agree: born (1970-04-12 / 1970-04-12)"
    assert not any("\n" in one.why for one in found)
