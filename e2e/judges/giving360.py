"""Judges a package of grants against the schemas of 360Giving 1.4.

    giving360.py SCHEMAS FILE

SCHEMAS is the folder that holds `360-giving-1.4.schema.json` and `360-giving-package-1.4.schema.json`.
"""

import datetime
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

# The package names the schema of a grant by the address of an earlier correction.
GRANT = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json"

FORMATS = FormatChecker()


@FORMATS.checks("date-time", raises=ValueError)
def is_instant(text):
    """A day alone is no instant: the schema wants one or the other."""
    return "T" in str(text) and bool(datetime.datetime.fromisoformat(str(text)))


def main(schemas, file):
    schemas = Path(schemas)
    grant = json.loads((schemas / "360-giving-1.4.schema.json").read_text(encoding="utf-8"))
    package = json.loads((schemas / "360-giving-package-1.4.schema.json").read_text(encoding="utf-8"))
    known = Resource.from_contents(grant, default_specification=DRAFT202012)
    registry = Registry().with_resources([(GRANT, known)])
    judged = json.loads(Path(file).read_text(encoding="utf-8"))
    told = list(Draft202012Validator(package, registry=registry, format_checker=FORMATS).iter_errors(judged))
    # The schema takes any name beside its own: ours are among them.
    for one in judged.get("grants", []):
        told += [f"unknown field {name}" for name in one if name not in grant["properties"]]
    for fault in told[:30]:
        print(fault if isinstance(fault, str) else f"{list(fault.path)} {fault.message[:200]}")
    print(f"{len(judged.get('grants', []))} grants judged, {len(told)} faults")
    return 1 if told else 0


sys.exit(main(*sys.argv[1:]))
