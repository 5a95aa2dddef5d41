"""The closed lists of the record. Django's choices, the JSON contract and the docs are made from these.

A member's value is what is stored and written out; its `label` is what a person reads. `docs/words.md` is made from the
docstrings. Sources: the words of human rights dialogues as the project uses them; HURIDOCS micro-thesauri 23, 42;
clarity and techniques from Thomas et al., "I Never Said That", EMNLP Findings 2024 (CLARITY).
"""

from enum import StrEnum


class Word(StrEnum):
    """A closed list whose members read as words."""

    @property
    def label(self) -> str:
        """The member as a person reads it: `expert-dialogue` -> `expert dialogue`."""
        return self.value.replace("-", " ")

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of stored value and label, as Django's fields take them."""
        return [(member.value, member.label) for member in cls]


class Confidentiality(Word):
    """Which of the two databases holds a row; a handling rule of this record, not a government's classification."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class Track(Word):
    """The dialogue's own two tracks: shared problems, and concerns."""

    COOPERATION = "cooperation"
    DIFFERENCE = "difference"


class DocumentKind(Word):
    """What a document is."""

    BRIEFING = "briefing"
    REMARKS = "remarks"
    READOUT = "readout"
    JOINT_STATEMENT = "joint-statement"
    NOTE = "note"
    OTHER = "other"


class TurnRole(Word):
    """Who speaks in a turn: who opens and steers, who briefs, who asks."""

    MODERATOR = "moderator"
    PRINCIPAL = "principal"
    PRESS = "press"
    OTHER = "other"


class Clarity(Word):
    """How clearly a thing asked was answered (CLARITY)."""

    REPLY = "reply"
    AMBIVALENT = "ambivalent"
    NON_REPLY = "non-reply"
    UNANSWERED = "unanswered"


class Technique(Word):
    """In which way it was answered or not (CLARITY)."""

    EXPLICIT = "explicit"
    IMPLICIT = "implicit"
    GENERAL = "general"
    PARTIAL = "partial"
    DODGING = "dodging"
    DEFLECTION = "deflection"
    DECLINING = "declining"
    IGNORANCE = "ignorance"
    CLARIFICATION = "clarification"


class PartyKind(Word):
    """What a party to a dialogue is."""

    STATE = "state"
    ORGANISATION = "organisation"


class MeetingKind(Word):
    """What takes place."""

    ROUND = "round"
    SESSION = "session"
    EXPERT_DIALOGUE = "expert-dialogue"
    SITE_VISIT = "site-visit"
    CONSULTATION = "consultation"
    DEMARCHE = "demarche"
    CALL = "call"
    VISIT = "visit"
    REVIEW = "review"
    OTHER = "other"


class MeetingStatus(Word):
    """Whether it took place. `never-held` is a person's finding, on its own ground."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NEVER_HELD = "never-held"


class ParticipationRole(Word):
    """In which role a person or agency took part."""

    HEAD = "head"
    MEMBER = "member"
    HOST = "host"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    OTHER = "other"


class Raised(Word):
    """What a document says of a case at a meeting. The last two are not acts of raising."""

    RAISED = "raised"
    ASKED_ABOUT = "asked-about"
    DECLINED_TO_DISCUSS = "declined-to-discuss"
    SAID_NOT_RAISED = "said-not-raised"
    MENTIONED = "mentioned"


class RepresentationKind(Word):
    """One act of raising, or a party's word that there was none, or its refusal to say. Silence is none of these."""

    RAISED = "raised"
    SAID_NOT_RAISED = "said-not-raised"
    WOULD_NOT_SAY = "would-not-say"


class Channel(Word):
    """Through which channel a representation went."""

    MEETING = "meeting"
    LETTER = "letter"
    LIST = "list"
    PUBLIC_STATEMENT = "public-statement"
    CONVERSATION = "conversation"
    OTHER = "other"


class Matter(Word):
    """What a case is about: one matter of a person or group."""

    DETENTION = "detention"
    TRIAL = "trial"
    DISAPPEARANCE = "disappearance"
    DEATH_SENTENCE = "death-sentence"
    DISBARMENT = "disbarment"
    EXIT_BAN = "exit-ban"
    CLOSURE = "closure"
    REPRISAL = "reprisal"
    OTHER = "other"
    NOT_STATED = "not-stated"


class ResponseType(Word):
    """What came back on a case or a list. `huridocs` maps each to micro-thesaurus 23 (types of responses)."""

    NO_SUCH_NAME = "no-person-of-this-name-found"
    INTERNAL_AFFAIR = "internal-affair-will-not-discuss"
    STATUS_STATED = "status-stated-nothing-changed"
    WILL_LOOK_INTO = "will-look-into-it"
    CONTRADICTS = "account-contradicts-ours"
    ALREADY_RELEASED = "already-released"
    DIED = "died"
    PROMISED_IN_WRITING = "promised-in-writing"
    FAVOURABLE = "responded-with-favourable-results"
    MORE_INFORMATION = "request-for-more-information"
    TOKEN = "token-response"  # noqa: S105  (a HURIDOCS term, no secret)
    NO_REPLY = "no-reply"
    OTHER = "other"

    @property
    def huridocs(self) -> str:
        """The HURIDOCS term (micro-thesaurus 23) that this one counts as."""
        return _HURIDOCS_RESPONSE[self]


_HURIDOCS_RESPONSE = {
    ResponseType.NO_SUCH_NAME: "counter-response: denied the event",
    ResponseType.INTERNAL_AFFAIR: "counter-response: inhibited the intervention",
    ResponseType.STATUS_STATED: "token response",
    ResponseType.WILL_LOOK_INTO: "pledged commitment",
    ResponseType.CONTRADICTS: "counter-response: denied the event",
    ResponseType.ALREADY_RELEASED: "responded with favourable results",
    ResponseType.DIED: "other",
    ResponseType.PROMISED_IN_WRITING: "pledged commitment",
    ResponseType.FAVOURABLE: "responded with favourable results",
    ResponseType.MORE_INFORMATION: "request for more information",
    ResponseType.TOKEN: "token response",
    ResponseType.NO_REPLY: "no response",
    ResponseType.OTHER: "other",
}


class OutcomeKind(Word):
    """What changed for the person."""

    RELEASED = "released"
    RELEASED_ON_PAROLE = "released-on-parole"
    SENTENCE_REDUCED = "sentence-reduced"
    BETTER_CONDITIONS = "better-conditions"
    ALLOWED_TO_LEAVE = "allowed-to-leave"
    LICENCE_RESTORED = "licence-restored"
    SENTENCED = "sentenced"
    WORSE_CONDITIONS = "worse-conditions"
    REARRESTED = "rearrested"
    DIED = "died"
    NO_CHANGE = "no-change"
    OTHER = "other"


class Strength(Word):
    """How firm a commitment is: both said so or signed; one side's word; being talked about."""

    AGREED = "agreed"
    INTENDED = "intended"
    UNDER_DISCUSSION = "under-discussion"


class CommitmentNature(Word):
    """An act that one can check, or a standing promise ("will continue to raise")."""

    ACT = "act"
    STANDING = "standing"


class CommitmentStatus(Word):
    """What became of a commitment, as a person judged it."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    CANNOT_BE_TOLD = "cannot-be-told"


class Judgement(Word):
    """How a benchmark was judged."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    CANNOT_BE_TOLD = "cannot-be-told"


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
