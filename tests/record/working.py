"""A program that works on a record until it is killed, or beside others: `python working.py FOLDER KEY MODE SEED TIMES`.

It starts once and copies itself for each life, since starting costs more than working. Mode `killed`: so many lives, each
killed at a moment drawn from the seed. Mode `beside`: so many at once, each to its end. Every acknowledged act is a line on
standard output: the kind of act and the id of what it made.
"""

import os
import random
import signal
import sys
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from makers import TEXT, ingest_made, make_reading
from twotrack import clock
from twotrack.record import folder, keyring
from twotrack.record.decisions import decide
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Party, Proposal, User
from twotrack.vocabulary import DecisionKind

ACTS = 6  # of one that works to its end


def live(place: Path, key: bytes, acts: int | None) -> None:
    """Take in documents and decide what they say, so many times or for ever, an acknowledgement after each."""
    folder.attach(place, key)
    with keyring.cleared():
        officer = User.objects.using(PUBLIC).get(name="officer")
        done = 0
        while acts is None or done < acts:
            alias = (PUBLIC, CONFIDENTIAL)[done % 2]
            source = ingest_made(alias, make_reading(f"{TEXT} {uuid.uuid4()}"), by=officer).source
            told("source", source.pk)
            case = Proposal.objects.using(alias).get(source_id=source.pk, section="cases")
            entry = decide(case, DecisionKind.ACCEPT, by=officer, at=clock.now())
            assert entry is not None
            told("entry", entry.pk)
            with writing(alias, by=officer) as ledger:
                party = ledger.add(Party(name=f"Party {uuid.uuid4()}"))
                ledger.ground(party, inference="entered by hand")
            told("entry", party.pk)
            done += 1
    folder.detach()


def told(kind: str, key: uuid.UUID) -> None:
    """One line in one write, so that none is half there."""
    os.write(1, f"{kind} {key.hex}\n".encode())


def begun(place: Path, key: bytes, acts: int | None) -> int:
    """A copy of this program that lives."""
    if process := os.fork():
        return process
    live(place, key, acts)
    os._exit(0)


def main(place: Path, key: bytes, mode: str, seed: int, times: int) -> None:
    """Every life of one mode."""
    moments = random.Random(seed)
    if mode == "beside":
        processes = [begun(place, key, ACTS) for _ in range(times)]
        sys.exit(any(os.waitpid(process, 0)[1] for process in processes))
    for _ in range(times):
        process = begun(place, key, None)
        time.sleep(moments.uniform(0.01, 0.4))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
