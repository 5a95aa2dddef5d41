"""Twotrack keeps the record of human rights dialogues between governments."""

__version__ = "0.1.0"
