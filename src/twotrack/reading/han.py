"""Chinese text in simplified characters, for the lists and patterns that are written in them."""

from functools import cache, lru_cache

import opencc


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=256)
def simplified(words: str) -> str:
    """Words in simplified characters, as long as they were: what a character stands for is looked up alone where phrases
    would change the length."""
    if words.isascii():
        return words
    found = str(_converter().convert(words))
    return found if len(found) == len(words) else "".join(_one(char) for char in words)


@lru_cache(maxsize=1 << 14)
def _one(char: str) -> str:
    found = str(_converter().convert(char))
    return found if len(found) == 1 else char
