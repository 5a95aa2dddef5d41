"""Every address of the office. Names of the record never stand in an address, ids alone. Rights: rights.py."""

from django.urls import path

from twotrack.office.views import (
    cases,
    commitments,
    dialogues,
    entries,
    errors,
    home,
    meetings,
    notes,
    proposals,
    published,
    search,
    sign_in,
    sources,
    static,
    upload,
    users,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("sign-in", sign_in.sign_in, name="sign-in"),
    path("sign-out", sign_in.sign_out, name="sign-out"),
    path("in-public", sign_in.in_public, name="in-public"),
    path("dialogues", dialogues.dialogues, name="dialogues"),
    path("dialogues/new", dialogues.new, name="dialogue-new"),
    path("dialogues/<uuid:key>", dialogues.dialogue, name="dialogue"),
    path("meetings", meetings.meetings, name="meetings"),
    path("meetings/<uuid:key>", meetings.meeting, name="meeting"),
    path("meetings/<uuid:key>/dialogue", meetings.counts_towards, name="meeting-dialogue"),
    path("cases", cases.cases, name="cases"),
    path("cases/<uuid:key>", cases.case, name="case"),
    path("cases/<uuid:key>/note", cases.note, name="case-note"),
    path("cases/<uuid:key>/outcome", cases.outcome, name="case-outcome"),
    path("cases/<uuid:key>/publication", cases.publication, name="case-publication"),
    path("commitments", commitments.commitments, name="commitments"),
    path("sources", sources.sources, name="sources"),
    path("sources/take-in", upload.take_in, name="take-in"),
    path("sources/take-in/<uuid:key>", upload.upload, name="upload"),
    path("sources/<uuid:key>/original", upload.original, name="source-original"),
    path("sources/<uuid:key>", sources.source, name="source"),
    path("sources/<uuid:key>/delegations", sources.accept_delegations, name="source-delegations"),
    path("sources/<uuid:key>/dialogue", sources.belongs_to, name="source-dialogue"),
    path("proposals/<uuid:key>", proposals.proposal, name="proposal"),
    path("proposals/<uuid:key>/decide", proposals.decide_one, name="proposal-decide"),
    path("entries/<uuid:key>", entries.entry, name="entry"),
    path("entries/<uuid:key>/correct", entries.correct, name="entry-correct"),
    path("entries/<uuid:key>/take-out", entries.take_out, name="entry-take-out"),
    path("entries/<uuid:key>/withdraw", entries.withdraw, name="entry-withdraw"),
    path("entries/<uuid:key>/release", entries.release, name="entry-release"),
    path("entries/<uuid:key>/show", entries.show, name="statement-show"),
    path("note", notes.note, name="note"),
    path("note/cases", notes.cases, name="note-cases"),
    path("search", search.search, name="search"),
    path("published/<path:path>", published.published, name="published"),
    path("users", users.users, name="users"),
    path("users/<uuid:key>/role", users.role, name="user-role"),
    path("users/<uuid:key>/end", users.end, name="user-end"),
    path("static/<path:path>", static.static, name="static"),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
