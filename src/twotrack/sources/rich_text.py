"""The Rich Text of an Outlook mail: unpacked (MS-OXRTFCP) and read as words."""

from compressed_rtf import decompress
from striprtf.striprtf import rtf_to_text

from twotrack.errors import SourceError
from twotrack.sources.paragraphs import tidy


def words(packed: bytes) -> str:
    """The words of a mail's body in Rich Text, without its marks. Raises SourceError for what is damaged."""
    try:
        text = str(rtf_to_text(decompress(packed).decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception:  # the libraries raise nothing narrower for a checksum or a mark that is wrong
        raise SourceError("is an Outlook mail whose Rich Text is damaged: save it again from Outlook") from None
    return tidy(text)
