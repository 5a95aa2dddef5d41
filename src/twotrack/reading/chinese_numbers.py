"""Numbers as Chinese prints them in dates: 13, 十三, 二〇一〇, 两, 几."""

_DIGITS = {sign: value for value, signs in enumerate(("〇零○", "一元", "二两兩", "三", "四", "五")) for sign in signs}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
VAGUE = frozenset("几幾数數")


def chinese_number(text: str) -> int:
    """The value of digits, of Han digits one by one (二〇一〇), or of a Han number up to 99; "a few" is six."""
    if text.isdecimal():
        return int(text)
    if text in VAGUE:
        return 6
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
