"""Splink 4 on records read from standard input (JSON lines), pairs on standard output.

The usual set-up of its own documentation: names by Jaro-Winkler, streets by Jaccard and Jaro-Winkler, distance in
kilometres, contacts and identifiers exact with term frequencies; u by random sampling, m by expectation maximisation.
"""

import json
import logging
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

if len(sys.argv) > 1 and sys.argv[1] == "--version":
    import splink

    print(splink.__version__)
    sys.exit(0)

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

rows = [json.loads(line) for line in sys.stdin if line.strip()]
frame = pd.DataFrame(rows)
said = {c for c in frame.columns if frame[c].notna().mean() > 0.05 and frame[c].nunique() > 1}


def exact(column):
    return cl.ExactMatch(column).configure(term_frequency_adjustments=True)


comparisons = [cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.7])]
if "street" in said:
    comparisons.append(cl.JaroWinklerAtThresholds("street", [0.95, 0.85]))
if {"lat", "lon"} <= said:
    comparisons.append(cl.DistanceInKMAtThresholds("lat", "lon", [0.05, 0.3, 2, 10]))
for column in ["commune", "phone", "email", "website", "siret"]:
    if column in said:
        comparisons.append(exact(column))

rules = [block_on("substr(name, 1, 6)", "substr(street, 1, 6)")] if "street" in said else []
rules += [block_on(c) for c in ["insee", "postcode", "phone", "email", "siret"] if c in said]
if not rules:
    rules = [block_on("substr(name, 1, 5)")]

settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="unique_id",
    comparisons=comparisons,
    blocking_rules_to_generate_predictions=rules,
    retain_intermediate_calculation_columns=False,
)
linker = Linker(frame, settings, DuckDBAPI())
linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
training = [block_on("name")] + ([block_on("street")] if "street" in said else [])
for rule in training + rules[:1]:
    try:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    except Exception:  # a rule that leaves nothing to learn from
        pass
found = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
for a, b, p in zip(found["unique_id_l"], found["unique_id_r"], found["match_probability"]):
    print(json.dumps([int(a), int(b), float(p)]))
