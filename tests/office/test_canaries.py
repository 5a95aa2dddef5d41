"""What one without clearance sees does not depend on any confidential row."""

import uuid

import pytest

from clients import CANARY, Visitor, add_confidential_rows, without_tokens
from makers import TEXT, MadeRecord, ingest_made, make_reading
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Case, Commitment, Meeting, Proposal, Source, User

LISTS = (
    "/", "/?since=month", "/dialogues", "/meetings", "/cases", "/cases?sort=name&stands=unanswered", "/commitments",
    "/commitments/board", "/benchmarks", "/questions", "/lists", "/sources", "/search", "/dialogues/new",
    "/take-in", "/note",
)  # fmt: skip


def pages() -> list[str]:
    """Every page of the public rows, and each as the public sees it."""
    rows = [
        *(f"/cases/{row.pk}" for row in Case.objects.using(PUBLIC).all()),
        *(f"/meetings/{row.pk}" for row in Meeting.objects.using(PUBLIC).all()),
        *(f"/commitments/{row.pk}" for row in Commitment.objects.using(PUBLIC).all()),
        *(f"/sources/{row.pk}" for row in Source.objects.using(PUBLIC).all()),
        *(f"/proposals/{row.pk}" for row in Proposal.objects.using(PUBLIC).all()),
        *(f"/sources/{row.pk}/names" for row in Source.objects.using(PUBLIC).all()),
        *(f"/proposals/{row.pk}/edit" for row in Proposal.objects.using(PUBLIC).all()),
        *(f"/entries/{row.pk}{act}" for row in Case.objects.using(PUBLIC).all() for act in ("", "/merge", "/correct")),
    ]
    return [*LISTS, *rows, *(f"{path}?as=public" for path in (*LISTS, *rows)), "/published/index.html"]


def all_that(visitor: Visitor) -> dict[str, bytes]:
    """Every page and the answers to some forms, as this visitor gets them."""
    seen = {path: without_tokens(visitor.asks(path).content) for path in pages()}
    case = Case.objects.using(PUBLIC).get()
    seen["named"] = without_tokens(visitor.sends("/cases", words=CANARY).content)
    seen["search"] = without_tokens(visitor.sends("/search", words=CANARY).content)
    seen["name"] = without_tokens(visitor.sends("/search", words="Tamsin Orrel").content)
    subject = f"/entries/{case.person_id}"
    for name, path, data in (
        ("offered", "/note/cases", {"words": CANARY}),
        ("nearly", "/note/cases", {"words": "Tamsin Orrel"}),
        ("noted", "/note", {"words": "x", "names": f"{CANARY} Fenn", "handling": "public", "channel": "letter"}),
        ("draft", "/draft", {"words": f"We met {CANARY} Fenn, held in {CANARY}."}),
        ("searched", "/search?kind=cases&part=confidential", {"words": "held"}),
        ("merged", f"{subject}/merge", {"other_id": str(uuid.UUID(int=1)), "keep": "this", "why": "x"}),
        ("withheld", "/lists/new", {"name": "x", "names": CANARY, "language": "en", "order": "name"}),
        ("block", f"/sources/{Source.objects.using(PUBLIC).get().pk}/block", {"section": "cases"}),
    ):
        seen[name] = without_tokens(visitor.sends(path, **data).content)
    seen["bad note"] = without_tokens(
        visitor.sends(f"/cases/{case.pk}/note", words="", handling="confidential").content
    )
    return seen


def _same(content: bytes, path: str) -> bytes:
    """A page without its tokens and its own address."""
    return without_tokens(content).replace(path.encode(), b"")


def confidential_ids() -> list[str]:
    return [
        *(f"/cases/{row.pk}" for row in Case.objects.using(CONFIDENTIAL).all()),
        *(f"/meetings/{row.pk}" for row in Meeting.objects.using(CONFIDENTIAL).all()),
        *(f"/sources/{row.pk}" for row in Source.objects.using(CONFIDENTIAL).all()),
        *(f"/proposals/{row.pk}" for row in Proposal.objects.using(CONFIDENTIAL).all()),
    ]


def test_a_clerks_pages_are_the_same_to_the_byte_with_and_without_confidential_rows(kept: MadeRecord) -> None:
    clerk = Visitor("clerk")
    before = all_that(clerk)
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    ingest_made(CONFIDENTIAL, make_reading(f"{TEXT} {CANARY}."), by=User.objects.using(PUBLIC).get(name="officer"))
    after = all_that(clerk)
    assert [path for path in before if before[path] != after[path]] == []
    typed = {"noted", "draft", "withheld"}  # what the clerk typed is shown again
    shown = [content.replace(b'value="Quarrelbird"', b"") for name, content in after.items() if name not in typed]
    assert not any(CANARY.encode() in content for content in shown)


@pytest.mark.parametrize("suffix", ["", "?as=public"])
def test_an_unknown_id_and_a_confidential_one_answer_alike(kept: MadeRecord, suffix: str) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    clerk = Visitor("clerk")
    for path in confidential_ids():
        unknown = f"{path.rsplit('/', 1)[0]}/{uuid.uuid4()}"
        there, nowhere = clerk.asks(path + suffix), clerk.asks(unknown + suffix)
        assert there.status_code == nowhere.status_code
        assert _same(there.content, path) == _same(nowhere.content, unknown)


def test_forms_on_a_confidential_case_answer_as_on_an_unknown_one(kept: MadeRecord) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    hidden = Case.objects.using(CONFIDENTIAL).get()
    clerk = Visitor("clerk")
    for form in ("note", "outcome"):
        there = clerk.sends(f"/cases/{hidden.pk}/{form}", words="x", kind="released")
        nowhere = clerk.sends(f"/cases/{uuid.uuid4()}/{form}", words="x", kind="released")
        assert (there.status_code, without_tokens(there.content)) == (404, without_tokens(nowhere.content))


def test_a_clerk_cannot_rest_an_entry_on_a_confidential_meeting(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    add_confidential_rows(case)
    hidden = Meeting.objects.using(CONFIDENTIAL).get()
    known, unknown = (
        Visitor("clerk").sends(
            f"/cases/{case.pk}/note", words="heard", response="no-reply", handling="public", meeting=str(key)
        )
        for key in (hidden.pk, uuid.uuid4())
    )
    assert known.status_code == unknown.status_code == 400
    assert without_tokens(known.content).replace(str(hidden.pk).encode(), b"") != b""
    assert Source.objects.using(PUBLIC).count() == 1


def test_one_with_clearance_sees_them_marked(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    add_confidential_rows(case)
    shown = Visitor("officer").sees(f"/cases/{case.pk}")
    assert f"held in {CANARY}" in shown
    assert f"{CANARY} Fenn" in shown
    assert shown.count('class="badge">confidential') > 3


def test_whoever_works_in_public_only_sees_nothing_confidential(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    add_confidential_rows(case)
    officer = Visitor("officer")
    officer.sends("/in-public")
    assert not any(CANARY in officer.sees(path) for path in pages())
    assert officer.asks(confidential_ids()[0]).status_code == 404
    officer.sends("/in-public")
    assert CANARY in officer.sees(f"/cases/{case.pk}")


def test_view_as_public_says_the_same_of_everything_that_is_not_published(kept: MadeRecord) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    officer = Visitor("officer")
    paths = [*confidential_ids(), f"/cases/{Case.objects.using(PUBLIC).get().pk}", f"/cases/{uuid.uuid4()}"]
    for path in paths:
        shown = officer.sees(f"{path}?as=public")
        assert "Nothing of this page is published." in shown
        assert CANARY not in shown


def test_no_title_says_whose_page_it_is(kept: MadeRecord) -> None:
    for path in pages():
        title = Visitor("officer").sees(path).partition("<title>")[2].partition("</title>")[0]
        assert not {"Tamsin", "Dunmarrow", "briefing", "round"} & set(title.split())
