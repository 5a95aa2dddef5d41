"""Other scripts in Latin letters, and the coarse keys by which spellings of one name sound alike."""

import re
import unicodedata

from anyascii import anyascii

UYGHUR = {
    "ا": "a", "ە": "e", "ې": "e", "ى": "i", "و": "o", "ۇ": "u", "ۆ": "o", "ۈ": "u", "ۋ": "w", "ب": "b", "پ": "p", "ت": "t",
    "ج": "j", "چ": "ch", "خ": "h", "د": "d", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ک": "k", "گ": "g", "ڭ": "ng", "ل": "l", "م": "m", "ن": "n", "ھ": "h", "ي": "y", "ئ": "", "ه": "h",
}  # fmt: skip
_ONLY_UYGHUR = re.compile(r"[ەېۇۆۈۋڭئھ]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_SOUNDS = (  # in this order; what follows it must not undo
    (re.compile(r"shch|sch|sh"), "s"), (re.compile(r"zh|dj|dzh"), "j"), (re.compile(r"tch|ch"), "c"), (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"), (re.compile(r"ph"), "f"), (re.compile(r"th"), "t"), (re.compile(r"dh"), "d"),
    (re.compile(r"^x"), "h"), (re.compile(r"x"), "ks"), (re.compile(r"ck"), "k"), (re.compile(r"q"), "k"),
    (re.compile(r"w"), "v"), (re.compile(r"[iy][iy]+|ij|yj|ee|ie|y"), "i"), (re.compile(r"oo|ou|uu"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
_CLASSES = str.maketrans({"b": "p", "d": "t", "g": "k", "r": "l", "z": "c", "f": "v", "j": "c"})


def is_arabic(text: str) -> bool:
    """Whether the letters are those of the Arabic script, in which Uyghur is written too."""
    return bool(_ARABIC.search(text))


def is_uyghur(text: str) -> bool:
    """Whether a text in Arabic script has letters that Uyghur alone uses among the languages met here."""
    return bool(_ONLY_UYGHUR.search(text))


def latin(text: str) -> str:
    """The text in plain Latin letters, lower case, apostrophes and hyphens kept."""
    text = unicodedata.normalize("NFKC", text)
    if is_arabic(text) and is_uyghur(text):
        return "".join(UYGHUR.get(char, char) for char in text)
    return str(anyascii(text.replace("ة", "ا"))).casefold()


def sounded(token: str) -> str:
    """The token with spellings of one sound made equal: kh and h, q and k, w and v, ee and i, doubled letters."""
    for pattern, sound in _SOUNDS:
        token = pattern.sub(sound, token)
    return token


def skeleton(token: str) -> str:
    """The classes of its consonants, in order: how a name sounds after a passage through another script."""
    consonants = re.sub(r"[aeiou'`]|ng(?=[^aeiou]|$)", lambda match: "n" if match[0] == "ng" else "", sounded(token))
    return re.sub(r"(.)\1+", r"\1", consonants.translate(_CLASSES))


def skeleton_of_syllables(syllables: str) -> str:
    """The same of syllables of pinyin divided by spaces, in which x and sh, q and ch, er and r are one."""
    letters = []
    for syllable in syllables.split():
        initial = {"x": "s", "q": "c"}.get(syllable[0], syllable[0])
        letters.append("l" if syllable == "er" else initial + syllable[1:])
    return skeleton("".join(letters))
