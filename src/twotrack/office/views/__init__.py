"""One module a word: what a request asks for becomes a page."""
