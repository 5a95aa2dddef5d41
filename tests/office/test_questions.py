"""Questions: asked, answered, declined; the same question over the years."""

import re

from clients import Visitor, user
from record.reports.small_record import Small
from twotrack.office.shown.question_lines import QuestionLine, question_lines
from twotrack.office.shown.question_page import like
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Exchange


def ask(small: Small, asks: str, theme: str = "torture", clarity: str = "non-reply") -> Exchange:
    with writing(PUBLIC, by=user("officer")) as ledger:
        made = ledger.add(
            Exchange(source_id=small.source.pk, theme=theme, asks=asks, clarity=clarity, outlet="Harbour Post")
        )
        ledger.ground(made, inference="known")
    return made


def test_questions_are_filtered_by_whether_they_were_answered(small: Small) -> None:
    clerk = Visitor("clerk")
    assert clerk.sees("/questions").count('href="/questions/') == 3
    assert clerk.sees("/questions?clarity=non-reply").count('href="/questions/') == 1
    assert Visitor("officer").sees("/questions?clarity=non-reply").count('href="/questions/') == 2


def test_the_chart_counts_those_that_fit(small: Small) -> None:
    page = Visitor("clerk").sees("/questions?theme=religion")
    numbers = re.findall(
        r'<td class="number">(\w+)</td>', page.partition('class="figures"')[2].partition("</table>")[0]
    )
    assert numbers == ["1", "none", "1", "1"]


def test_the_same_question_is_found_over_the_years(small: Small) -> None:
    first = ask(small, "Were names of prisoners handed over at this round?")
    ask(small, "Were any names of prisoners handed over?")
    ask(small, "When is the next round to be held in Verania?")
    ask(small, "Were names of prisoners handed over at this round?", theme="religion")
    page = Visitor("clerk").sees(f"/questions/{first.pk}")
    same = page.partition("The same question over the years")[2].partition("</section>")[0]
    assert same.count('href="/questions/') == 2
    assert "declined" in page


def test_likeness_is_of_words_within_one_theme(small: Small) -> None:
    made = ask(small, "What became of the lawyers?", theme="labour")
    lines = question_lines(Sight.public())
    line: QuestionLine = next(one for one in lines if one.id == made.pk.hex)
    assert like(line, lines) == []


def test_a_follow_up_leads_to_what_it_follows(small: Small) -> None:
    first = ask(small, "Who was named?")
    with writing(PUBLIC, by=user("officer")) as ledger:
        again = ledger.add(
            Exchange(source_id=small.source.pk, asks="And who else?", clarity="unanswered", follow_up_to=first)
        )
        ledger.ground(again, inference="known")
    assert f"/questions/{first.pk}" in Visitor("clerk").sees(f"/questions/{again.pk}")
    assert "And who else?" in Visitor("clerk").sees(f"/questions/{first.pk}")
