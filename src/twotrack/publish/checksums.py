"""SHA256SUMS: what `sha256sum -c SHA256SUMS` proves without anything of ours."""

import hashlib

FILE = "SHA256SUMS"


def checksums(files: dict[str, bytes]) -> str:
    """A line for each file, in the order of their paths."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
