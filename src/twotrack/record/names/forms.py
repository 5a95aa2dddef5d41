"""All forms of a name in which it is compared: as written, read from another script, respelled, by its known spellings."""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from twotrack.record.names import chinese
from twotrack.record.names.known import TSHEG, spellings, unmarked
from twotrack.record.names.scripts import is_arabic, is_uyghur, latin, skeleton, skeleton_of_syllables, sounded

_SPACES = re.compile(r"[\s·•・‧．.,،_/]+")
_WITHIN = re.compile(r"[-'’‘ʼ`]+")
_TONE_NUMBER = re.compile(r"(?<=[a-zü])[1-5](?![0-9])")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]")
LONGEST = 120  # characters of a name
_TRANSLITERATED = 4  # Chinese characters without a dot that hardly are a Chinese name


class Origin(IntEnum):
    """How a form came from what is written, the surest first."""

    WRITTEN = 0
    READ = 1  # from another script, letter by letter or by the reading of the characters
    KNOWN = 2  # each part is a known spelling of a name
    RESPELLED = 3  # Wade-Giles or Cantonese to pinyin
    SOUNDED = 4  # spellings of one sound made equal


@dataclass(frozen=True, slots=True)
class Form:
    """A name as its parts in plain Latin letters, and how it came from what is written."""

    parts: tuple[str, ...]
    origin: Origin
    joined: str = field(init=False)  # the parts in the order written, without spaces
    orders: tuple[str, ...] = field(init=False)  # in every other order in which a name is written: turned, moved by one

    def __post_init__(self) -> None:
        """Join the parts once: they are compared many times."""
        parts = self.parts
        orders = ((*parts[1:], *parts[:1]), (*parts[-1:], *parts[:-1]), parts[::-1])
        object.__setattr__(self, "joined", "".join(parts))
        object.__setattr__(self, "orders", tuple(dict.fromkeys("".join(order) for order in orders if order != parts)))


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `han`: in simplified characters, where it is written so. `marked`: with its marks, where it has
    any. `latin`: it is written in Latin letters. `chinese`: it may be read as pinyin, so its consonants say little. `bones`:
    the classes of its consonants, in each order, empty for a Chinese name."""

    written: str
    han: str
    marked: tuple[str, ...]
    latin: bool
    chinese: bool
    forms: tuple[Form, ...]
    bones: tuple[str, ...]


@lru_cache(maxsize=4096)
def name_of(written: str) -> Name:
    """The name with all its forms. Of a text that is too long for a name only the beginning is compared."""
    written = written[:LONGEST]
    if chinese.is_han(written):
        return _han_name(written)
    if _TIBETAN.search(written):
        return _tibetan_name(written)
    return _spelled_name(written)


def tones_of(han: str) -> frozenset[str]:
    """The readings of a Chinese name with tone marks, joined."""
    return frozenset("".join(reading) for reading in chinese.pinyin_of(han, toned=True))


def _han_name(written: str) -> Name:
    han = chinese.simplified(written)
    forms = []
    known = chinese.in_known_names(han)
    if known:
        forms.append(Form(tuple(known), Origin.KNOWN))
    bare = han.replace("·", "")
    foreign = "·" in han or bool(known) or len(chinese.parted(bare)[1]) >= _TRANSLITERATED - 1
    if "·" not in han:
        forms += [Form(reading, Origin.READ) for reading in chinese.pinyin_of(han)]
    sounds = [chinese.sounds_of(part) for part in han.split("·")]
    bones = [skeleton_of_syllables(part) for part in sounds]
    if foreign and not known:
        forms.append(Form(tuple(part.replace(" ", "") for part in sounds), Origin.SOUNDED))
    return Name(written, han, (), False, not foreign, _once(forms), _in_orders(bones) if foreign else ())


def _tibetan_name(written: str) -> Name:
    bare = written.replace(TSHEG, "").replace("།", "").replace(" ", "")
    known = chinese.in_known_names(bare)
    parts = tuple(known) or tuple(re.findall(r"[a-z]+", latin(written)))
    forms = [Form(parts, Origin.KNOWN if known else Origin.READ)]
    return Name(written, "", (), False, False, _once(forms), _in_orders([skeleton(part) for part in parts]))


def _spelled_name(written: str) -> Name:
    tokens = [token for token in _SPACES.split(unicodedata.normalize("NFKC", written)) if any(map(str.isalpha, token))]
    syllables = [[_letters(one) for one in _WITHIN.split(latin(token)) if _letters(one)] for token in tokens]
    parts = tuple("".join(some) for some in syllables if some)
    if not parts:
        return Name(written, "", (), False, False, (), ())
    own = all(char.isascii() or "LATIN" in unicodedata.name(char, "") for char in written if char.isalpha())
    paired = zip(tokens, parts, strict=True) if len(tokens) == len(parts) else ()
    known = [_known(token, part) for token, part in paired]
    pinyin = own and not any(known) and all(chinese.is_pinyin(_without_v(part)) for part in parts)
    plain = tuple(_without_v(part) if pinyin else part for part in parts)
    forms = [Form(plain, Origin.WRITTEN if own else Origin.READ)]
    if any(known):
        some = tuple(one or sounded(part) for one, part in zip(known, parts, strict=True))
        forms.append(Form(some, Origin.KNOWN if all(known) else Origin.SOUNDED))
    if own:
        forms += _respelled(tokens, syllables)
    if not pinyin:
        forms.append(Form(tuple(sounded(part) for part in parts), Origin.SOUNDED))
    unvowelled = is_arabic(written) and not is_uyghur(written)
    heard = [re.sub(r"[aeiouwy]", "", part) for part in parts] if unvowelled else list(parts)
    bones = [skeleton(one or part) for one, part in zip(known or [""] * len(parts), heard, strict=True)]
    return Name(written, "", _marked(tokens) if own else (), own, pinyin, _once(forms), _in_orders(bones))


def _respelled(tokens: list[str], syllables: list[list[str]]) -> list[Form]:
    """Wade-Giles and Cantonese as pinyin; of four parts the first may be a given name of another kind (Hong Kong)."""
    wade = [[one for one in re.split(r"[-\s]+", _apostrophes(token)) if one] for token in tokens]
    found = [*chinese.from_wade_giles(wade), *chinese.from_cantonese(syllables)]
    if len(syllables) > 2:
        found += chinese.from_cantonese(syllables[1:])
    return [Form(parts, Origin.RESPELLED) for parts in found]


def _apostrophes(token: str) -> str:
    return re.sub(r"[’‘ʼ`]", "'", latin(token))


def _known(token: str, part: str) -> str:
    """The name of which a token is a known spelling, the first of several."""
    for spelling in (unmarked(token), part):
        if names := spellings().get(spelling):
            return names[0]
    return ""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", _TONE_NUMBER.sub("", text))


def _without_v(part: str) -> str:
    return re.sub(r"(?<=[ln])(?:v|yu(?!n|e))", "u", part)


def _marked(tokens: list[str]) -> tuple[str, ...]:
    """The parts with their marks, none where there are no marks."""
    parts = tuple("".join(filter(str.isalpha, unicodedata.normalize("NFC", token).casefold())) for token in tokens)
    return () if "".join(parts).isascii() else parts


def _in_orders(bones: list[str]) -> tuple[str, ...]:
    form = Form(tuple(bones), Origin.SOUNDED)
    return tuple(dict.fromkeys((form.joined, *form.orders))) if len(form.joined) > 1 else ()


def _once(forms: list[Form]) -> tuple[Form, ...]:
    best: dict[tuple[str, ...], Form] = {}
    for form in sorted(forms, key=lambda form: form.origin):
        best.setdefault(form.parts, form)
    return tuple(best.values())
