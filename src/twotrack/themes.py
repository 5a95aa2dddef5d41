"""The themes list: an open list, kept in data/themes.tsv."""

from functools import cache
from importlib.resources import files


@cache
def themes() -> dict[str, tuple[str, str]]:
    """Each theme's id with its label in English and in Chinese, in the order of the list."""
    lines = files("twotrack.data").joinpath("themes.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: (english, chinese) for key, english, chinese in rows}


def theme_label(key: str) -> str:
    """A theme as a person reads it; the id itself where the list does not know it."""
    return themes().get(key, (key.replace("-", " "), ""))[0]
