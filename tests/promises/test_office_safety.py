"""What no page of the office may do, looked for in its source: mark words as safe, run or style inline, ask another host."""

import re
from pathlib import Path

import pytest

import twotrack
from twotrack import settings
from twotrack.office.middleware import HEADERS

OFFICE = Path(twotrack.__file__).parent / "office"
TEMPLATES = sorted((OFFICE / "templates").rglob("*.html"))
PYTHON = sorted(OFFICE.rglob("*.py"))
STYLES = sorted((OFFICE / "static").rglob("*.css"))
SCRIPTS = sorted((OFFICE / "static").rglob("*.js"))

# what makes words part of the page unescaped; `format_html` escapes what it is given, if the frame is a constant
UNSAFE_PYTHON = re.compile(
    r"\b(mark_safe|SafeString\(|SafeText\(|Markup\()|format_html\(\s*f[\"']|csrf_exempt|__html__"
)
UNSAFE_TEMPLATE = re.compile(
    r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off|\sstyle="
    r"|\son[a-z]{3,20}=|<script(?![^>]*\ssrc=)|javascript:"
)
ELSEWHERE = re.compile(r"(?:src|href|action)=[\"']?(?:https?:)?//|url\(\s*[\"']?(?:https?:)?//|@import")
# a switch may be kept ("1"), nothing that somebody typed or saw
KEEPS = re.compile(
    r"\beval\(|new Function|sessionStorage|indexedDB|document\.write|caches\.|\.setItem\((?!\w{1,40}, \"1\"\))"
)
MOVES = re.compile(r"\b(?:transition|animation)\s*:")


def faults(files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [f"{path.name}: {match[0]}" for path in files for match in pattern.finditer(path.read_text("utf-8"))]


def test_no_words_are_marked_as_safe() -> None:
    assert faults(PYTHON, UNSAFE_PYTHON) == []


def test_no_template_runs_or_styles_inline_or_leaves_words_unescaped() -> None:
    assert faults(TEMPLATES, UNSAFE_TEMPLATE) == []


def test_no_page_asks_another_host() -> None:
    assert faults([*TEMPLATES, *STYLES], ELSEWHERE) == []


def test_no_script_builds_code_or_keeps_words_in_the_browser() -> None:
    assert faults(SCRIPTS, KEEPS) == []


@pytest.mark.parametrize(("pattern", "words"), [
    (UNSAFE_PYTHON, "return mark_safe(text)"), (UNSAFE_PYTHON, 'format_html(f"<b>{name}</b>")'),
    (UNSAFE_TEMPLATE, "{{ name|safe }}"), (UNSAFE_TEMPLATE, '<p style="color: red">'), (UNSAFE_TEMPLATE, "<script>x()"),
    (UNSAFE_TEMPLATE, '<a onclick="x()">'), (ELSEWHERE, '<img src="//example.org/a.png">'),
    (KEEPS, "localStorage.setItem(NAME, field.value)"), (MOVES, "a { transition: all 1s; }"),
])  # fmt: skip
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.search(words)


@pytest.mark.parametrize(("pattern", "words"), [
    (UNSAFE_PYTHON, "format_html(' lang=\"{}\"', tag)"), (UNSAFE_TEMPLATE, '<script src="a.js" defer></script>'),
    (UNSAFE_TEMPLATE, "{{ one.style }} and safe words"), (ELSEWHERE, '<a href="/cases">'), (MOVES, "/* no transitions */"),
    (KEEPS, 'localStorage.setItem(OFF, "1")'),
])  # fmt: skip
def test_the_patterns_leave_alone_what_is_not(pattern: re.Pattern[str], words: str) -> None:
    assert not pattern.search(words)


def test_what_moves_stands_still_for_who_asks_for_that() -> None:
    for path in STYLES:
        text = path.read_text("utf-8")
        assert not MOVES.search(text) or "prefers-reduced-motion" in text, path.name


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_cookies_are_for_this_host_alone_and_for_no_script() -> None:
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Strict"
    for name in ("SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN"):
        assert not hasattr(settings, name)
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert settings.DEBUG is False
