"""Named formats of the OpenAPI document that no pattern describes, so that generated requests can be valid ones.

Loaded by schemathesis (SCHEMATHESIS_HOOKS); PORTULAN_SITE is the address of the site under judgement.
"""

import json
import os
import urllib.request

import schemathesis
from hypothesis import strategies as st

SITE = os.environ["PORTULAN_SITE"]

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def cursors():
    """Cursors that the site itself gives."""
    found = []
    address = f"{SITE}/api/v1/lieux?limite=1"
    for _ in range(3):
        with urllib.request.urlopen(address) as answer:
            cursor = json.load(answer)["suivant"]
        if cursor is None:
            break
        found.append(cursor)
        address = f"{SITE}/api/v1/lieux?limite=1&curseur={urllib.request.quote(cursor)}"
    return found


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@st.composite
def rules(draw):
    """One rule: days, then one or two ranges, or closed."""
    first, last = draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))
    days = draw(st.sampled_from([first, f"{first}-{last}", f"{first},{last}", "PH", f"{first}-{last},PH"]))
    if draw(st.integers(0, 5)) == 0:
        return f"{days} off"
    cuts = sorted(draw(st.sets(st.integers(0, 287), min_size=4, max_size=4)))
    ranges = [f"{clock(cuts[0] * 5)}-{clock(cuts[1] * 5)}", f"{clock(cuts[2] * 5)}-{clock(cuts[3] * 5)}"]
    return f"{days} {','.join(ranges[: draw(st.integers(1, 2))])}"


hours = st.one_of(st.just("24/7"), st.lists(rules(), min_size=1, max_size=4).map("; ".join))

schemathesis.openapi.format("osm-opening-hours", hours)
schemathesis.openapi.format("portulan-curseur", st.sampled_from(cursors()))
