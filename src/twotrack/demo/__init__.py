"""The two demonstration records, never mixed: a fictional one, and a small one of public facts."""
