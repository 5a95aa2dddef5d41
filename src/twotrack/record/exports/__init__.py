"""What leaves the record: case lists, and the whole of it as a package.

case_list.py    cases as rows                     csv_list.py, workbook.py    rows as CSV and XLSX
package.py      the record as files               description.py              what is in them (Frictionless)
encryption.py   files encrypted by age            leaving.py                  that something left, in the log
"""
