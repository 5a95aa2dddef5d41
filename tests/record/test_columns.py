"""The columns of others' lists and the properties of statements, both ways."""

import pytest

from twotrack.record.columns import (
    CECC,
    OPENEVSYS,
    VOCABULARIES,
    ColumnVocabulary,
    Stated,
    cells_of,
    length_of,
    length_parts,
)
from twotrack.vocabulary import Property


def test_cecc_has_the_32_columns_of_its_export_and_openevsys_the_ten_of_its_arrest_form() -> None:
    assert len(CECC.columns) == 32
    arrest = (
        "case_description type_of_detention detention_conditions court_case_code court_case_name judicial_district "
        "type_of_language whereabouts legal_counsel type_of_court"
    )
    assert set(arrest.split()) <= {column.name for column in OPENEVSYS.columns}


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=list(VOCABULARIES))
def test_what_a_column_holds_comes_back_in_it(vocabulary: ColumnVocabulary) -> None:
    for column in vocabulary.columns:
        if column.form not in ("years", "months", "days"):
            assert cells_of(vocabulary, [Stated(about=column.about, value="x", form=column.form)]) == {column.name: "x"}


def test_no_two_columns_of_a_list_are_the_same_property_and_form() -> None:
    for vocabulary in VOCABULARIES.values():
        fields = [column.field for column in vocabulary.columns]
        assert len(fields) == len(set(fields))


def test_the_length_of_a_sentence_stands_in_its_parts_and_back() -> None:
    assert length_of({"years": "12", "months": "6", "days": "0"}) == "12 years 6 months"
    assert length_parts("12 years 6 months") == {"years": "12", "months": "6"}
    assert length_parts("about 12 years") == {}
    stated = Stated(about=Property.SENTENCE, value="12 years 6 months", form="length")
    assert cells_of(CECC, [stated]) == {"Sentence Length Years": "12", "Months": "6"}
