"""Readings become entries: models, proposals, confidentiality, log, search. A Django app."""
