"""Names of persons compared across scripts, spellings and orders: pure functions, no database.

`chinese` and `scripts` turn what is written into Latin letters, `known` holds the names with many spellings, `forms` makes
all forms of a name, `likeness` compares two names, `index` finds the few names of many that are worth comparing.
"""
