"""The figures of the reading on the annotated real documents, and whether one fell below its floor.

    python bench/accuracy.py            prints a line a section and document; exit status 1 where a floor is broken
    python bench/accuracy.py --set      writes what was measured, rounded down to 0.01, as the new floors

The documents and their scorer lie beside the project in ../shared; where they do not, it says so and leaves it at that.
"""

import contextlib
import importlib.util
import io
import json
import math
import sys
from pathlib import Path
from typing import Any

from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import read
from twotrack.sources.formats import extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import RawSource

SHARED = Path(__file__).resolve().parents[2] / "shared"
FLOORS = Path(__file__).with_name("floors.json")
F1_OF = (
    "turns",
    "asked",
    "exchanges",
    "dates",
    "dates+value",
    "non-reply",
    "meetings",
    "participants",
    "themes",
    "cases",
    "commitments",
)
RATES_OF = {"turns": ("ends", "roles"), "exchanges": ("answers", "clarity", "askers", "outlets")}


def main(arguments: list[str]) -> int:
    """Measure all documents; see the module's docstring."""
    golds = sorted((SHARED / "gold").glob("*.json"))
    if not golds:
        print("accuracy: the annotated documents are not at hand (../shared/gold): nothing measured")
        return 0
    measured = {gold.stem: figures(gold) for gold in golds}
    if "--set" in arguments:
        floors = {
            name: {key: math.floor(value * 100) / 100 for key, value in row.items()} for name, row in measured.items()
        }
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    floors = json.loads(FLOORS.read_text("utf-8"))
    broken = 0
    for name, row in measured.items():
        print(name)
        for key, value in row.items():
            floor = floors.get(name, {}).get(key, 0.0)
            broken += value < floor
            print(f"  {key:<20} {value:.3f}   floor {floor:.2f}{'   BELOW' if value < floor else ''}")
    return 1 if broken else 0


def figures(gold: Path) -> dict[str, float]:
    """The F1 of each section of one document, and the rates that hang on matched items."""
    source = next(path for path in (SHARED / "corpus").glob(f"{gold.stem}.*"))
    (raw,) = gather([str(source)])
    assert isinstance(raw, RawSource)
    found = reading_to_json(read(extract(raw), source=raw.name, sha256=raw.sha256))
    with contextlib.redirect_stdout(io.StringIO()):
        result = _scorer().score(json.loads(gold.read_text("utf-8")), source.read_bytes().decode("utf-8"), found, False)
    row = {key: result[key]["f1"] for key in F1_OF if result[key]["gold"]}
    for section, names in RATES_OF.items():
        for name in names:
            hits, total = result[section]["rates"].get(name, (0, 0))
            if total:
                row[f"{section}: {name}"] = hits / total
    return row


def _scorer() -> Any:
    """The scorer that lies with the annotations, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
