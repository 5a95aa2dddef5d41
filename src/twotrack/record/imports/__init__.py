"""Lists and records of others into the record: case lists, recommendations, readings, whole packages.

tables.py     a text -> rows with the place of each cell           mapping.py    which column is what
dates.py      a cell -> a date in EDTF                             rows.py       a row -> what it says of whom
plan.py       what is to be done with each row, and why            cases.py, recommendations.py, readings.py    do it
package.py    a whole record that was exported                     files.py      bytes -> the text of a list
"""
