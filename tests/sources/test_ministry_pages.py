"""Pages built as those of ministries are: what is said is kept, with day, place and labels; what stands around it goes.

The frames are those of real sites (classes, order, what stands where), all words in them invented.
"""

import pytest

from twotrack.sources.html import extract_text

MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("About us", "Countries", "Newsroom", "Visas"))
SAID = "We met in Tarn, and we spoke at length about the law, the courts and those who are held."
TURNS = (("QUESTION", "When will you meet again?"), ("MS TARN", SAID)) * 3


def turns(form: str, names: dict[str, str] | None = None) -> str:
    return "".join(form.format(name=(names or {}).get(name, name), words=words) for name, words in TURNS)


STATE = f"""<div class="banner"><p>An official website. Here's how you know</p></div><header class="site-header"><ul>{MENU}</ul>
</header><main id="content"><article><header class="article-header"><h1 class="featured-content__headline">Press Briefing</h1>
<div class="article-meta"><p class="article-meta__publish-location">Dunmarrow</p><p>May 14, 2030</p></div></header>
<div class="entry-content">{turns("<p><strong>{name}:</strong>&nbsp; {words}</p>")}</div>
<div class="related-tags"><h2>Tags</h2><a href=a class="pill">Bureau of Law</a></div></article></main>
<footer>Privacy</footer>"""
GOVERNMENT = f"""<div class="cookie-banner"><p>Cookies on this site</p><button>Accept</button></div>
<a class="skip-link" href="#content">Skip to main content</a><main role=main id=content>
<div class="title"><h1>Statement</h1></div>
<div class="metadata"><dl><dt>From:</dt><dd><a href=b>Foreign Office</a></dd><dt>Published</dt><dd>14 May 2030</dd></dl></div>
<div class="govspeak">
{turns("<p><strong>{name}</strong></p><p>{words}</p>", {"MS TARN": "Ilsa Tarn", "QUESTION": "Journalist"})}
</div><div class="share-links"><h2>Share this page</h2><ul><li>Facebook</ul></div>
<div class="contextual-sidebar"><h2>Related content</h2><ul>{MENU}</ul></div></main>
<div class="feedback"><p>Is this page useful?</p></div>"""
CHINESE = f"""<div class="header"><div class="nav"><ul>{MENU}</ul></div></div><div class="content0"><div class="content_mod">
<div class="breadcrumb"><a href=a>首页</a> &gt; 发言人</div><h1>例行记者会</h1>
<p class="time">2030年5月14日</p><p>【字体：大 中 小】</p><p>打印本页</p>
<div class="content_text">{turns("<p><b>{name}：</b>{words}</p>", {"MS TARN": "林安", "QUESTION": "法新社记者"})}</div>
<p>分享到：</p></div></div><div class="foot">版权所有</div>"""
NATIONS = f"""<div id="page"><div class="region-navigation"><ul>{MENU}</ul></div><div id="main-content"><h1>Noon Briefing</h1>
<div class="field-date">14 May 2030</div><div class="field-name-body"><p><em>A near-verbatim transcript.</em></p>
{turns("<p><strong>{name}</strong>:&nbsp; {words}</p>", {"MS TARN": "Spokeswoman", "QUESTION": "Question"})}</div>
<div class="region-sidebar"><ul>{MENU}</ul></div></div></div>"""
SERVICE = f"""<div id="consent-banner">This site uses cookies</div><div class="layout">
<ol class="breadcrumb"><li><a href=a>Home</a></ol>
<h1>Press remarks</h1><div class="field--name-date">14.05.2030</div><div class="field--name-place">Tarn</div>
<div class="addtoany_list">Share</div><div class="field--name-body"><p>Check against delivery!</p>
{turns("<p><b>{name}</b> {words}</p>", {"MS TARN": "Ilsa Tarn", "QUESTION": "Journalist"})}</div>
<div class="view-related-articles"><h3>Also read</h3><p><a href=a>Remarks in Verania</a></p></div></div>"""

CASES = {
    "state": (STATE, "Press Briefing\n\nDunmarrow\n\nMay 14, 2030\n\nQUESTION:", "MS TARN:"),
    "government": (
        GOVERNMENT,
        "Statement\n\nFrom:\nForeign Office\nPublished\n14 May 2030\n\nJournalist\n\n",
        "Ilsa Tarn\n",
    ),
    "chinese": (CHINESE, "例行记者会\n\n2030年5月14日\n\n法新社记者：When", "林安：We"),
    "nations": (NATIONS, "Noon Briefing\n\n14 May 2030\n\nA near-verbatim transcript.\n\nQuestion:", "Spokeswoman:"),
    "service": (
        SERVICE,
        "Press remarks\n\n14.05.2030\n\nTarn\n\nCheck against delivery!\n\nJournalist\nWhen",
        "Ilsa Tarn\nWe",
    ),
}
FURNITURE = (
    "Newsroom",
    "Share",
    "Facebook",
    "Related",
    "Tags",
    "useful",
    "Skip",
    "ookies",
    "official website",
    "Privacy",
)
IN_CHINESE = ("打印", "字体", "分享", "首页", "版权")


@pytest.mark.parametrize(("body", "begins", "label"), CASES.values(), ids=CASES)
def test_what_is_said_is_kept_with_its_day_and_labels(body: str, begins: str, label: str) -> None:
    text = extract_text(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).text
    assert text.startswith(begins)
    assert (text.count(label), text.count(SAID)) == (3, 3)


@pytest.mark.parametrize("body", [body for body, _, _ in CASES.values()], ids=CASES)
def test_what_stands_around_it_goes(body: str) -> None:
    text = extract_text(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).text
    assert [word for word in (*FURNITURE, *IN_CHINESE) if word in text] == []
