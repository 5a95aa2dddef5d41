"""SHA256SUMS: what `sha256sum -c SHA256SUMS` proves without anything of ours."""

from collections.abc import Mapping

FILE = "SHA256SUMS"


def checksums(hashes: Mapping[str, str]) -> str:
    """A line for each file and its SHA-256, in the order of their paths."""
    return "".join(f"{one}  {path}\n" for path, one in sorted(hashes.items()))
