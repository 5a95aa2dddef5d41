"""How well persons are matched, and how fast: `python bench/matching.py`.

Counts the candidates on tests/record/names/pairs.tsv by kind of difference and on unseen.tsv in all, then asks an index of
NAMES invented names.
Prints tables; keeps nothing.
"""

import itertools
import random
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from name_pairs import Measure, measures  # noqa: E402
from twotrack.reading.word_lists import rows  # noqa: E402
from twotrack.record.matching import Known, candidates  # noqa: E402
from twotrack.record.names.index import NameIndex  # noqa: E402

NAMES = 50_000
ASKED = 400
SEED = 1


def main() -> None:
    """Print both tables."""
    found = measures()
    for same, title in ((True, "One person, found among the candidates"), (False, "Two persons, offered all the same")):
        print(f"\n{title}\n{'':32}{'pairs':>7}{'found':>7}{'called same':>13}")
        some = [one for one in found if one.same is same]
        for one in [*some, _sum(some)]:
            print(f"{one.kind:32}{one.pairs:7}{one.found:7}{one.called:13}")
    true, trap = (_sum([one for one in found if one.same is same]) for same in (True, False))
    print(f"\nrecall {true.found / true.pairs:.3f}, precision {true.found / (true.found + trap.found):.3f}")
    unseen = _sum(measures("unseen.tsv"))
    print(f"of pairs written when the code was settled: {unseen.found} of {unseen.pairs} found")
    speed()


def _sum(some: list[Measure]) -> Measure:
    return Measure(
        kind="all",
        same=some[0].same,
        pairs=sum(one.pairs for one in some),
        found=sum(one.found for one in some),
        called=sum(one.called for one in some),
    )


def speed() -> None:
    """The time to keep NAMES names, and to ask about one."""
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    names = invented(chance)
    index: NameIndex[int] = NameIndex()
    begun = time.perf_counter()
    for key, name in enumerate(names):
        index.add(key, name)
    built = time.perf_counter() - begun
    known = {key: Known(key=key, names=(name,), facts={}) for key, name in enumerate(names)}
    took, offered = [], []
    for name in chance.sample(names, ASKED):
        asked = _misspelt(name, chance)
        begun = time.perf_counter()
        found = candidates((asked,), {}, known, index)
        took.append(1000 * (time.perf_counter() - begun))
        offered.append(len(found))
    took.sort()
    print(f"\n{NAMES} names kept in {built:.1f} s; asked about one ({ASKED} times, half misspelt): median")
    print(
        f"{statistics.median(took):.1f} ms, 95 % {took[int(0.95 * ASKED)]:.1f} ms, longest {took[-1]:.1f} ms;", end=" "
    )
    print(f"candidates: median {statistics.median(offered):.0f}, most {max(offered)}")


def invented(chance: random.Random) -> list[str]:
    """Names of the kinds that a record holds, at random from the tables of names."""
    surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
    given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂文华建国志远晓东海波宁思雨嘉欣子轩浩然宇晨佳怡雪梅春红玉兰"
    pinyin = _words(
        "wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu ying xia ping gang wen hua"
    )
    latin = _words("wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song")
    known = [row[0].split(";") for row in rows("given_names.tsv")]
    makers = (
        lambda: chance.choice(surnames) + "".join(chance.choices(given, k=chance.choice((1, 2, 2)))),
        lambda: f"{chance.choice(latin)} {''.join(chance.choices(pinyin, k=chance.choice((1, 2, 2))))}".title(),
        lambda: f"{chance.choice(chance.choice(known))} {chance.choice(chance.choice(known))}".title(),
        lambda: f"Nguyen {chance.choice(('Van', 'Thi'))} {chance.choice(pinyin)}{chance.choice('aeiou')}".title(),
    )
    return [maker() for maker in itertools.islice(itertools.cycle(makers), NAMES)]


def _words(text: str) -> list[str]:
    return text.split()


def _misspelt(name: str, chance: random.Random) -> str:
    """Every other name with one letter left out."""
    if chance.random() < 0.5 or len(name) < 5:
        return name
    at = chance.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1 :]


if __name__ == "__main__":
    main()
