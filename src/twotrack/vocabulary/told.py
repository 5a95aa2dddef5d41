"""What is read and told: documents, questions, meetings, cases, replies, promises.

Sources: the words of human rights dialogues as the project uses them; HURIDOCS micro-thesaurus 23 (types of responses);
clarity and techniques from Thomas et al., "I Never Said That", EMNLP Findings 2024 (CLARITY).
"""

from twotrack.vocabulary.word import Word


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
