"""Judges a list in the national schema, CSV or JSON, by frictionless with the schema file as it is.

Usage: national.py SCHEMA FILE [FILE…]
A CSV file is judged whole; a JSON file (an array of objects, lists as arrays or joined by `|`) is judged as the CSV of
its objects, for the constraints on what is there: a required field may be absent in JSON.
Prints the faults that frictionless finds, at most thirty a file, then a sum. Exit code 1 when there is a fault.
"""

import csv
import json
import sys
import tempfile

import frictionless


def as_csv(path, names):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    text = tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="", delete=False)
    with text:
        writer = csv.writer(text)
        writer.writerow(names)
        for row in rows:
            cells = [row.get(name, "") for name in names]
            writer.writerow(["|".join(map(str, cell)) if isinstance(cell, list) else cell for cell in cells])
    return text.name


def judge(schema_path, path):
    schema = frictionless.Schema.from_descriptor(schema_path)
    if path.endswith(".json"):
        for field in schema.fields:
            if field.name != "id":
                field.constraints.pop("required", None)
        path = as_csv(path, schema.field_names)
    resource = frictionless.Resource(path=path, schema=schema)
    return frictionless.validate(resource, limit_errors=1000)


def main(schema, paths):
    faults = 0
    frictionless.system.trusted = True
    for path in paths:
        report = judge(schema, path)
        found = report.flatten(["rowNumber", "fieldName", "type", "note"])
        faults += len(found)
        for fault in found[:30]:
            print(path, *fault)
        rows = report.tasks[0].stats.get("rows", 0) if report.tasks else 0
        print(f"{path}: {rows} rows judged, {len(found)} faults")
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
