#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Country outlines as compact lines: `A3,lon lat lon lat …`, one ring a line, two decimals.

Reads Natural Earth's small-scale countries (shapefile and its table, public domain) below the
given folder and prints rings of at least four points. Written by hand because the two formats are
small and nothing else here needs a geography library.
"""
import pathlib
import struct
import sys


def table_column(path, wanted):
    """The text column `wanted` of a dBASE III table, one entry a record."""
    data = path.read_bytes()
    count, header, size = struct.unpack("<IHH", data[4:12])
    offset, at, where = 1, 32, None
    while data[at] != 0x0D:
        name = data[at : at + 11].split(b"\0")[0].decode("ascii")
        if name == wanted:
            where = (offset, data[at + 16])
        offset += data[at + 16]
        at += 32
    start, length = where
    rows = (header + number * size + start for number in range(count))
    return [data[row : row + length].decode("utf-8").strip() for row in rows]


def rings(path):
    """The rings of each polygon record, in file order: [[(lon, lat), …], …]."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        content = struct.unpack(">i", data[at + 4 : at + 8])[0] * 2
        body = data[at + 8 : at + 8 + content]
        at += 8 + content
        if struct.unpack("<i", body[:4])[0] != 5:
            yield []
            continue
        parts, points = struct.unpack("<ii", body[36:44])
        starts = list(struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts])) + [points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        pairs = list(zip(flat[::2], flat[1::2]))
        yield [pairs[first:last] for first, last in zip(starts, starts[1:])]


def main():
    shapes = next(pathlib.Path(sys.argv[1]).rglob("naturalearth_lowres.shp"))
    codes = table_column(shapes.with_suffix(".dbf"), "iso_a3")
    print("country,outline")
    for code, country in zip(codes, rings(shapes), strict=True):
        for ring in country:
            if len(ring) >= 4:
                print(f"{code}," + " ".join(f"{lon:.2f} {lat:.2f}" for lon, lat in ring))


if __name__ == "__main__":
    main()
