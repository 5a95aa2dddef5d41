"""Two records with the same public history: whatever is in confidence in either, what is published is the same to the byte.

Hypothesis makes the histories: public acts in both, acts in confidence in each alone, before, between and after them. The
two are published by processes that differ in hash seed, time zone, locale, umask and the order of files (tests/worlds.py).
`make prove` runs many more.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from acts import PUBLIC_ACTS, SECRET_ACTS
from makers import MadeRecord
from worlds import Elsewhere, both

EXAMPLES = int(os.environ.get("TWOTRACK_PROVE", "100"))  # of each of the tests, which run side by side
WORDS = st.sampled_from(
    [
        "Quarrelbird",
        "Tamsin Orrel",
        "Ilsa Tarn",
        "Corin Vesper",
        "高志远",
        "detained",
        "2026-05-04",
        "religion",
        "Dunmarrow",
    ]
)
BY = st.integers(0, 60)


class Histories(RuleBasedStateMachine):
    """Public acts in both worlds, acts in confidence in one; published at the end, and sometimes between."""

    worlds: ClassVar[tuple[Elsewhere, Elsewhere]]

    @initialize()
    def begin(self) -> None:
        """Two new records with a document and a decision each."""
        both(self.worlds, do="begin")
        self.number, self.secrets = 2, 0

    @rule(kind=st.sampled_from(sorted(PUBLIC_ACTS)), words=WORDS, by=BY)
    def public(self, kind: str, words: str, by: int) -> None:
        """The same in both, with the same answer."""
        self.number += 1
        one, other = both(self.worlds, do="public", number=self.number, kind=kind, words=words, by=by)
        assert one == other

    @rule(world=st.sampled_from([0, 1]), kind=st.sampled_from(sorted(SECRET_ACTS)), words=WORDS, by=BY)
    def secret(self, world: int, kind: str, words: str, by: int) -> None:
        """In one world alone."""
        self.secrets += 1
        one = self.worlds[world]
        one.send(do="secret", number=self.number, kind=kind, words=words, by=by, world=world + 10 * self.secrets)
        one.answer()

    @rule(words=WORDS, by=BY, unconfirmed=st.sampled_from([None, 0, 1]))
    def release(self, words: str, by: int, unconfirmed: int | None) -> None:
        """The same fields in both, of entries that differ in what stays confidential."""
        self.number += 1
        for world, one in enumerate(self.worlds):
            one.send(
                do="release", number=self.number, words=words, by=by, world=world, unconfirmed=unconfirmed == world
            )
        answers = [one.answer() for one in self.worlds]
        assert answers[0] == answers[1]

    @precondition(lambda self: self.number > 4)
    @rule(hosted=st.booleans())
    def publish(self, hosted: bool) -> None:
        """Names, bytes, modes and times are the same."""
        one, other = both(self.worlds, do="publish", hosted=hosted)
        assert one == other

    def teardown(self) -> None:
        """Whatever the history was."""
        if hasattr(self, "number"):
            self.number = 9
            self.publish(hosted=False)


@pytest.fixture
def worlds(made_record: MadeRecord, tmp_path: Path) -> Iterator[tuple[Elsewhere, Elsewhere]]:
    """Two processes."""
    assert made_record.record_key is not None
    with contextlib.ExitStack() as stack:
        made = [
            Elsewhere(number, made_record.folder, made_record.record_key, tmp_path / f"world{number}")
            for number in (0, 1)
        ]
        for one in made:
            stack.callback(one.end)
        yield made[0], made[1]


@pytest.mark.process
@pytest.mark.parametrize("part", [1, 2])
def test_what_is_in_confidence_changes_no_published_byte(worlds: Any, part: int) -> None:
    machine = type(f"Histories{part}", (Histories,), {"worlds": worlds})
    known = settings(
        max_examples=EXAMPLES,
        stateful_step_count=6,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    )
    run_state_machine_as_test(machine, settings=known)
