"""Log lines without words: what kind of error, in which place of the code, and nothing that an entry could have said."""

import logging
import traceback


def describe(error: BaseException) -> str:
    """`ValueError at record/ingest.py:41`: the kind of an exception and the innermost place of ours, no message."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "twotrack" in frame.filename] or frames
    place = f" at {'/'.join(ours[-1].filename.rsplit('/', 2)[-2:])}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"


class Formatter(logging.Formatter):
    """Drops the message, its arguments and the traceback of every log record; keeps time, level, logger, kind, place."""

    def format(self, record: logging.LogRecord) -> str:
        """One line without words."""
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname} {record.name} {describe(error) if error else f'{record.module}:{record.lineno}'}"
