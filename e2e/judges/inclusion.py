"""Judges files of data·inclusion v1 by its own package and by the JSON Schemas that it makes.

Usage: inclusion.py structures.json services.json [structures.csv services.csv]
Prints one line a fault, at most thirty, then a sum. Exit code 1 when there is a fault, or nothing to judge.
"""

import csv
import json
import sys

import pydantic
from data_inclusion.schema import v1
from jsonschema import Draft7Validator

LISTS = {
    "reseaux_porteurs", "thematiques", "publics", "modes_accueil", "zone_eligibilite",
    "modes_mobilisation", "mobilisable_par",
}


def from_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            filled = {name: value for name, value in row.items() if value}
            yield {name: value.split("|") if name in LISTS else value for name, value in filled.items()}


def faults(name, records, model, strict):
    schema = Draft7Validator(model.model_json_schema()) if strict else None
    ids = set()
    for record in records:
        where = f"{name} {record.get('id')}"
        if record.get("id") in ids:
            yield f"{where}: the id is met twice"
        ids.add(record.get("id"))
        unknown = set(record) - set(model.model_fields)
        if unknown:
            yield f"{where}: unknown fields {sorted(unknown)}"
        try:
            model.model_validate(record, context={"ignore_warnings": False})
        except pydantic.ValidationError as error:
            for one in error.errors():
                yield f"{where}: {one['loc']} {one['msg']} {str(one['input'])[:80]!r}"
        if schema:
            for one in schema.iter_errors(record):
                yield f"{where}: schema: {list(one.path)} {one.message[:120]}"


def main(paths):
    judged, told = 0, 0
    for rank in range(0, len(paths), 2):
        pair = paths[rank:rank + 2]
        is_json = pair[0].endswith(".json")
        structures, services = [
            json.load(open(path, encoding="utf-8")) if is_json else list(from_csv(path)) for path in pair
        ]
        judged += len(structures) + len(services)
        known = {structure.get("id") for structure in structures}
        found = list(faults("structure", structures, v1.Structure, is_json))
        found += faults("service", services, v1.Service, is_json)
        found += [f"service {s.get('id')}: no structure" for s in services if s.get("structure_id") not in known]
        for fault in found[:30]:
            print(fault)
        told += len(found)
    print(f"{judged} records judged, {told} faults")
    return 1 if told or not judged else 0


sys.exit(main(sys.argv[1:]))
