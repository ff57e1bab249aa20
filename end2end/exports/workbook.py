"""A workbook as a ministry would treat it: opened with openpyxl, some answers changed, saved.

    workbook.py <workbook> <changed workbook> <edits>

Edits are JSON, as a text or as the name of a file: {line: {column: value}}. A line is the id in the first column (that
of a question, or of one of its choices: cdp-1-in-place/strategy); a column is a code of the hidden sheet (answer,
language, estimate, cannot, audience, evidence). A value is a text, a number, true or false, {"date": "2026-03-27"}, or
null for a cell that is emptied.

Whatever it is given is written as openpyxl writes it; nothing is checked here except that there are such cells.
"""

import datetime
import json
import sys
from pathlib import Path

import openpyxl

FIRST = 4


def main():
    source, target, edits = sys.argv[1:]
    edits = json.loads(edits if edits.lstrip().startswith("{") else Path(edits).read_text())
    book = openpyxl.load_workbook(source)
    columns = columns_of(book)
    for line, answers in edits.items():
        sheet, row = place(book, line)
        for column, value in answers.items():
            sheet.cell(row, columns[column]).value = as_cell(value)
    book.save(target)
    print(f"{len(edits)} lines changed")


def columns_of(book):
    """The columns by their codes; the hidden sheet has them in order."""
    codes = [code for group, code, _ in book["codes"].iter_rows(values_only=True) if group == "column"]
    return {code: index for index, code in enumerate(codes, start=1)}


def place(book, line):
    found = [
        (sheet, row)
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for row in range(FIRST, sheet.max_row + 1)
        if sheet.cell(row, 1).value == line
    ]
    assert len(found) == 1, f"{line}: in {len(found)} places"
    return found[0]


def as_cell(value):
    if isinstance(value, dict):
        return datetime.date.fromisoformat(value["date"])
    return value


main()
