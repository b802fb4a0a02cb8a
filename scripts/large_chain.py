#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a chain package with very many links, for measuring reading and checking.

    scripts/large_chain.py DIR [--links 1000000] [--sites 100000] [--materials 100]
                               [--broken N] [--stars N]

Every reference is valid, every site leads to the demand. With --broken, that many rows of links
each have one mistake, in turn: a dangling site, text for a number, a missing cell, a repeated key,
a negative number. With --stars, that many links carry every material.
The same arguments always give the same bytes.
"""
import argparse
import json
import pathlib


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--links", type=int, default=1_000_000)
    parser.add_argument("--sites", type=int, default=100_000)
    parser.add_argument("--materials", type=int, default=100)
    parser.add_argument("--broken", type=int, default=0)
    parser.add_argument("--stars", type=int, default=0)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)

    def site(number):
        return f"site-{number % given.sites:06d}"

    def material(number):
        return f"mat-{number % given.materials:04d}"

    tables = {
        "sites": ["site,name,country,latitude,longitude"] + [
            f'{site(n)},"Plant {n}, Hall {n % 7}",DE,{47 + n % 7}.{n % 997:03d},{6 + n % 8}.5'
            for n in range(given.sites)],
        "materials": ["material,name,unit,kg_per_unit"] + [
            f"{material(n)},Material {n},kg,1" for n in range(given.materials)],
        "supplies": ["supply,site,material,per_day"] + [
            f"s{n},{site(given.sites - 1)},{material(n)},100.5" for n in range(given.materials)],
        "demands": ["demand,site,material,per_day,value_per_unit"] + [
            f"d{n},{site(0)},{material(n)},10,5" for n in range(given.materials)],
    }
    rows = ["link,from_site,to_site,material,mode,per_day,lead_days,cost_per_unit,passages"]
    each = given.links // given.broken if given.broken else 0
    for n in range(given.links):
        # The first links form one chain over all sites that ends at the demand.
        start = n + 1 if n < given.sites - 1 else n * 7919 + 13
        end = n if n < given.sites - 1 else n * 104_729 + 1
        what = "*" if n < given.stars else material(n // given.sites + n)
        cells = [f"link-{n:07d}", site(start), site(end), what, "road", f"{n % 1000 + 0.25}",
                 f"{n % 30}", f"{n % 97 / 100}", "suez;gibraltar" if n % 50 == 0 else ""]
        if each and n % each == 0 and n // each < given.broken:
            kind = n // each % 5
            if kind == 0:
                cells[1] = f"nowhere-{n}"
            elif kind == 1:
                cells[5] = "many"
            elif kind == 2:
                cells.pop()
            elif kind == 3:
                cells[0] = f"link-{max(n - 1, 0):07d}"
            else:
                cells[6] = "-3"
        rows.append(",".join(cells))
    tables["links"] = rows

    for name, lines in tables.items():
        (given.folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (given.folder / "datapackage.json").write_text(json.dumps({
        "name": "large", "chainPackage": 1, "currency": "EUR",
        "resources": [{"name": name, "path": f"{name}.csv"} for name in tables],
    }, indent=1), encoding="utf-8")


main()
