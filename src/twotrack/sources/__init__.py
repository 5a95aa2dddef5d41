"""Bytes to documents: `gather` finds the bytes, `formats.extract` makes the text; one module a format."""
