"""Every error that a person may meet, as one tree.

    TwotrackError                  exit status 1
      UsageError                   2   the command was called wrongly
      SourceError                  1   a document cannot be read (empty, binary, too large, missing, unsupported)
      RecordError                  1   the record's folder cannot be used (none there, newer version, locked, full disk)
        PassphraseError            1   the passphrase or recovery key does not open the record
      LedgerError                  1   an entry cannot be made or changed (rule broken, unknown id)
      ClearanceError               1   confidential rows were asked for without clearance

A message is one line: what is wrong, where, what to do. It names a source by its id or the path that the user gave,
and never holds words of a document or of an entry.
"""


class TwotrackError(Exception):
    """An error to be shown to a person as one line."""

    exit_status = 1


class UsageError(TwotrackError):
    """The command was called wrongly."""

    exit_status = 2


class SourceError(TwotrackError):
    """A document cannot be read."""


class RecordError(TwotrackError):
    """The record's folder cannot be used."""


class PassphraseError(RecordError):
    """The passphrase or recovery key does not open the record."""


class LedgerError(TwotrackError):
    """An entry cannot be made or changed."""


class ClearanceError(TwotrackError):
    """Confidential rows were asked for without clearance."""
