"""Bytes in, documents out: one module a format. Knows nothing of findings, databases or Django."""
