#!/usr/bin/env python3
"""Read a workbook of Oogst with openpyxl, an independent reader.

    check_xlsx.py FILE [--sheet Inbreng]

Prints the rows of the register as a JSON list of objects, keyed by header;
dates are dd-mm-jjjj and times hh:mm. Exits 1 with a sentence per fault when
the workbook breaks a rule: no merged cells, no hidden sheets, at most one
table on a sheet and that from A1 with unique text headers and no empty row,
headers that repeat in print, one page wide, properties that say whose it is,
drop-downs that hold each value of their column, charts with a description.
"""

import argparse
import datetime
import json
import sys
import xml.etree.ElementTree
import zipfile

import openpyxl


def faults_of_sheet(sheet):
    if sheet.merged_cells.ranges:
        yield f"merged cells: {sheet.merged_cells.ranges}"
    if sheet.sheet_state != "visible":
        yield f"sheet is {sheet.sheet_state}"
    if not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        yield "doesn't fit to a page"
    if sheet.page_setup.orientation != "landscape":
        yield "isn't landscape"
    if "&P" not in (sheet.oddFooter.right.text or ""):
        yield "has no page number in its footer"
    if len(sheet.tables) > 1:
        yield f"has {len(sheet.tables)} tables"
    for table in sheet.tables.values():
        yield from faults_of_table(sheet, table)


def faults_of_table(sheet, table):
    cells = sheet[table.ref]
    header = [cell.value for cell in cells[0]]
    if not table.ref.startswith("A1:"):
        yield f"table {table.name} is at {table.ref}, not from A1"
    if table.autoFilter is None:
        yield f"table {table.name} has no filter"
    if header != [column.name for column in table.tableColumns]:
        yield f"headers {header} aren't those of table {table.name}"
    if any(not isinstance(title, str) for title in header) or len({t.lower() for t in header}) != len(header):
        yield f"headers {header} aren't unique texts"
    if not all(cell.font.bold for cell in cells[0]):
        yield "header isn't bold"
    if sheet.freeze_panes != "A2":
        yield f"panes are frozen at {sheet.freeze_panes}, not below the header"
    if (sheet.print_title_rows or "").replace("$", "") != "1:1":
        yield f"print titles are {sheet.print_title_rows}, not the header"
    for row in cells[1:] if len(cells) > 2 else []:
        if all(cell.value is None for cell in row):
            yield f"row {row[0].row} of table {table.name} is empty"
    for row in cells[1:]:
        for cell in row:
            if cell.data_type == "f":
                yield f"{cell.coordinate} is a formula"


def choices(book, formula):
    sheet, cells = formula.rsplit("!", 1)
    return {row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]}


def faults_of_choices(book, sheet):
    table = next(iter(sheet.tables.values()), None)
    last = sheet[table.ref][-1][0].row if table else 0
    for rule in sheet.data_validations.dataValidation:
        if rule.type != "list" or not rule.showErrorMessage or not rule.error:
            yield f"the rule at {rule.sqref} isn't a list that explains itself"
            continue
        allowed = choices(book, rule.formula1) | ({""} if rule.allowBlank else set())
        for part in rule.sqref.ranges:
            for (cell,) in sheet.iter_rows(part.min_row, last, part.min_col, part.max_col):
                if cell.value is not None and cell.value not in allowed:
                    yield f"{cell.coordinate} is {cell.value!r}, not one of {sorted(allowed)}"


def faults_of_pictures(file):
    with zipfile.ZipFile(file) as parts:
        for name in parts.namelist():
            if name.startswith("xl/drawings/drawing"):
                for frame in xml.etree.ElementTree.fromstring(parts.read(name)).iter():
                    if frame.tag.endswith("}cNvPr") and not frame.get("descr"):
                        yield f"{name}: a picture without a description"


def faults_of_book(book):
    for name in ("title", "language", "created"):
        if not getattr(book.properties, name):
            yield f"property {name} is empty"
    if book.properties.creator in ("xuri", "openpyxl"):
        yield f"creator is {book.properties.creator}"
    if not any(sheet.tables for sheet in book.worksheets):
        yield "no sheet has a table"
    for sheet in book.worksheets:
        for fault in (*faults_of_sheet(sheet), *faults_of_choices(book, sheet)):
            yield f"{sheet.title}: {fault}"


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return "" if value is None else value


def register(sheet):
    table = next(iter(sheet.tables.values()))
    header, *rows = [[plain(cell.value) for cell in row] for row in sheet[table.ref]]
    return [dict(zip(header, row)) for row in rows if any(value != "" for value in row)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--sheet", default="Inbreng", help="the sheet to print")
    options = parser.parse_args()
    book = openpyxl.load_workbook(options.file)
    faults = [*faults_of_book(book), *faults_of_pictures(options.file)]
    if not any(sheet.data_validations.dataValidation for sheet in book.worksheets):
        faults.append("no sheet has a drop-down")
    if "Aantallen" in book.sheetnames and not book["Aantallen"]._charts:
        faults.append("the sheet of counts has no chart")
    if options.sheet not in book.sheetnames or not book[options.sheet].tables:
        faults.append(f"no sheet {options.sheet} with a table")
    for fault in faults:
        print(f"{options.file}: {fault}", file=sys.stderr)
    if faults:
        return 1
    json.dump(register(book[options.sheet]), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
