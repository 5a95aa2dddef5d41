"""The models of the record. The same tables stand in both databases; see confidentiality.py for what may be seen."""

from twotrack.record.models.amendment import Correction, Merging, NameSeen, Withdrawal
from twotrack.record.models.case import Case, Group, Person, ShownStatement, Statement
from twotrack.record.models.commitment import Benchmark, BenchmarkJudgement, Commitment, FollowUp
from twotrack.record.models.contact import Contact, Reprisal, SameAs
from twotrack.record.models.dialogue import ActsFor, Agency, Dialogue, DialogueParty, Party
from twotrack.record.models.entry import Entry, Ground, Row
from twotrack.record.models.exchange import Exchange
from twotrack.record.models.importing import ColumnMapping, ImportedRow
from twotrack.record.models.log import Backup, Export, LogEntry, LogValue, Setting
from twotrack.record.models.meeting import (
    Characterisation,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Position,
)
from twotrack.record.models.proposal import Decision, Proposal
from twotrack.record.models.publication import Erasure, PublicationDecision, PublicationReason, Release
from twotrack.record.models.recommendation import CitedRecommendation, Recommendation
from twotrack.record.models.representation import (
    List,
    ListItem,
    Outcome,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.record.models.source import (
    Account,
    NamesReview,
    Passage,
    Source,
    SourceChunk,
    SourceDialogue,
    SourceText,
    WithheldSpan,
)
from twotrack.record.models.user import User

__all__ = [
    "Account",
    "ActsFor",
    "Agency",
    "Backup",
    "Benchmark",
    "BenchmarkJudgement",
    "Case",
    "Characterisation",
    "CitedRecommendation",
    "ColumnMapping",
    "Commitment",
    "Contact",
    "Correction",
    "Decision",
    "Dialogue",
    "DialogueParty",
    "Entry",
    "Erasure",
    "Exchange",
    "Export",
    "FollowUp",
    "Ground",
    "Group",
    "ImportedRow",
    "List",
    "ListItem",
    "LogEntry",
    "LogValue",
    "Meeting",
    "MeetingDialogue",
    "MeetingTheme",
    "Merging",
    "NameSeen",
    "NamesReview",
    "Outcome",
    "Participation",
    "Party",
    "Passage",
    "Person",
    "Position",
    "Proposal",
    "PublicationDecision",
    "PublicationReason",
    "RaisedCase",
    "Recommendation",
    "Release",
    "Representation",
    "Reprisal",
    "Response",
    "ResponseCase",
    "Row",
    "SameAs",
    "Setting",
    "ShownStatement",
    "Source",
    "SourceChunk",
    "SourceDialogue",
    "SourceText",
    "Statement",
    "User",
    "Withdrawal",
    "WithheldSpan",
]
