"""The site map (sitemaps.org): the pages that search engines may list, without times."""

from collections.abc import Iterable
from xml.sax.saxutils import escape


def may_be_listed(path: str, content: bytes) -> bool:
    """Whether a file is a page that does not ask to be left out."""
    return path.endswith(".html") and b'content="noindex' not in content


def sitemap(paths: Iterable[str], address: str) -> str:
    """The addresses of the pages that may be listed, in order."""
    lines = "".join(f"<url><loc>{escape(address + path)}</loc></url>\n" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
