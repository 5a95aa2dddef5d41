"""What leaves the record: case lists, and the whole of it as a package.

case_list.py    cases as CSV and XLSX             documents.py, word_file.py  briefs and reports as Word files
list_told.py    a list of names as it goes out    list_files.py, glyphs.py    as DOCX, PDF and XLSX
package.py      the record as files               description.py              what is in them (Frictionless)
encryption.py   files encrypted by age            leaving.py                  that something left, in the log
"""
