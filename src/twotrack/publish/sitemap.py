"""The site map (sitemaps.org): the pages that search engines may list, without times."""

from collections.abc import Mapping
from xml.sax.saxutils import escape


def sitemap(files: Mapping[str, bytes], address: str) -> str:
    """The addresses of the pages that do not ask to be left out, in order."""
    paths = sorted(
        path for path, content in files.items() if path.endswith(".html") and b'content="noindex' not in content
    )
    lines = "".join(f"<url><loc>{escape(address + path)}</loc></url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
