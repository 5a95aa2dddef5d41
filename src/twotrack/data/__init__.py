"""Open lists and the demonstration's material, each file with its source at its head."""
