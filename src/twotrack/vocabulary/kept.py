"""How the record is kept: who may see and publish what, what is stated of whom and how surely, what a person did.

Sources: the project's own words; HURIDOCS micro-thesaurus 42 (reliability); the columns of CECC's export and of OpenEvSys.
"""

from twotrack.vocabulary.word import Word


class Confidentiality(Word):
    """Which of the two databases holds a row; a handling rule of this record, not a government's classification."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class Property(Word):
    """The property that a statement is about. Statements are the disputable facts of the record. They cover the columns of
    CECC's export of its prisoner database and the arrest form of OpenEvSys; see record/columns.py for which is which."""

    NAME = "name"
    DESCRIPTION = "description"
    WHEN = "when"
    PLACE = "place"
    ROUND_NUMBER = "round-number"
    STATUS = "status"
    CHARGE = "charge"
    SENTENCE = "sentence"
    WHEREABOUTS = "whereabouts"
    DETAINED_ON = "detained-on"
    ARRESTED_ON = "arrested-on"
    TRIED_ON = "tried-on"
    SENTENCED_ON = "sentenced-on"
    RELEASE_EXPECTED_ON = "release-expected-on"
    RELEASED_ON = "released-on"
    SENTENCE_ENDS_ON = "sentence-ends-on"
    DETENTION_TYPE = "detention-type"
    DETENTION_CONDITIONS = "detention-conditions"
    LEGAL_PROCESS = "legal-process"
    COURT = "court"
    COURT_CASE = "court-case"
    LEGAL_COUNSEL = "legal-counsel"
    ISSUE = "issue"
    BORN_ON = "born-on"
    AGE = "age"
    SEX = "sex"
    ORIGIN = "origin"
    RESIDENCE = "residence"
    NATIONALITY = "nationality"
    ETHNIC_GROUP = "ethnic-group"
    RELIGION = "religion"
    FAMILY = "family"
    AFFILIATION = "affiliation"
    OCCUPATION = "occupation"
    SIZE = "size"
    TITLE = "title"
    SUMMARY = "summary"
    EXTERNAL_ID = "external-id"
    ACCOUNT_SOUGHT = "account-sought"


class Grade(Word):
    """How reliable a statement is held to be (HURIDOCS micro-thesaurus 42)."""

    HIGHLY_RELIABLE = "highly-reliable"
    LIKELY_RELIABLE = "likely-reliable"
    UNSURE = "unsure"
    LIKELY_UNRELIABLE = "likely-unreliable"
    HIGHLY_UNRELIABLE = "highly-unreliable"
    UNKNOWN = "unknown"


class DecisionKind(Word):
    """What a person did with a proposal."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    MERGE = "merge"


class PublicationForm(Word):
    """In which form a person at issue may appear in what is published."""

    NAME = "name"
    DESCRIPTION = "description"
    COUNT = "count"
    NOTHING = "nothing"


class SourceState(Word):
    """Whether a source's bytes are there, kept for the recovery key alone, or gone."""

    KEPT = "kept"
    SEALED = "sealed"
    DESTROYED = "destroyed"


class ErasureReason(Word):
    """Why somebody was forgotten."""

    REQUEST = "request"
    HARM = "harm"
    ERROR = "error"


class Terms(Word):
    """What the terms of a source allow."""

    FREE = "free"
    LICENCE = "licence"
    QUOTE_ONLY = "quote-only"
    NOT_QUOTABLE = "not-quotable"


class TextRelation(Word):
    """How a document repeats the text of another one. Both count once."""

    COPY = "copy"
    TRANSLATION = "translation"


class AccountSearch(Word):
    """What came of looking for a side's own account of a meeting: the value of the property `account-sought`."""

    SOUGHT_NOT_FOUND = "sought-not-found"
    NEVER_ISSUED = "never-issued"


class RecommendationBody(Word):
    """The United Nations mechanism that recommended it."""

    UPR = "universal-periodic-review"
    TREATY_BODY = "treaty-body"
    SPECIAL_PROCEDURE = "special-procedure"
    OTHER = "other"


class RecommendationReply(Word):
    """What the State said to a recommendation. States under review accept or note; none is rejected."""

    ACCEPTED = "accepted"
    NOTED = "noted"
    PARTLY = "partly-accepted"
    PENDING = "pending"
    NOT_STATED = "not-stated"


class Role(Word):
    """What a person who keeps the record may do; each role may do what those before it may. Clearance is another matter:
    what the person may see."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    RELEASER = "releaser"
    ADMINISTRATOR = "administrator"


class WithdrawalReason(Word):
    """Why a public entry goes back into confidence."""

    HARM = "harm"
    REQUEST = "request"
    ERROR = "released-in-error"


class RowDecision(Word):
    """What a person said of one row of an imported list."""

    NEW = "new"
    SAME = "same"
    SKIP = "skip"
