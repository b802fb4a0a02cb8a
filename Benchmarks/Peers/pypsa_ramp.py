#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ramp-up plan of a chain package in PyPSA, to measure beside Tragwerk's own.

Reads a package with one site and builds the same network from PyPSA's parts:

    period             snapshot, weighted with the days of a period
    material           bus
    line with recipe   link, as far as its option goes extendable; bus0 is the first input,
                       the other recipe rows are efficiencies of bus1, bus2, …
    stock              store (every material has one, unlimited where no maximum is stated)
    supply             generator
    demand             load, and a generator for what stays unmet at value_per_unit

HiGHS solves it by interior point without crossover, and one line of JSON is printed. The objective
is Tragwerk's: what the plan costs, without the capital of capacity that is there already. Times are
CPU seconds of this process ("results" is what PyPSA does after HiGHS), memory is its peak. What the
script has no equal for is an error.

Needs `pip install pypsa==1.4.* highspy` (Python 3.11 or later).
"""
import argparse
import contextlib
import csv
import json
import logging
import math
import os
import pathlib
import resource
import sys
import time
import warnings

MODELLED = {
    "sites": {"site"},
    "materials": {"material", "unit", "stage", "kg_per_unit", "cpv", "hs"},
    "lines": {"line", "site", "runs_per_day", "cost_per_run"},
    "recipes": {"line", "material", "quantity"},
    "supplies": {"supply", "site", "material", "per_day", "cost_per_unit", "from_day", "to_day"},
    "stocks": {"site", "material", "on_hand", "in_transit", "maximum"},
    "demands": {"demand", "site", "material", "from_day", "to_day", "per_day", "value_per_unit"},
    "options": {"option", "kind", "target", "module_per_day", "max_modules", "cost_per_module"},
}
DESCRIPTIVE = {
    *("name", "organisation", "country", "region", "latitude", "longitude", "recovery_days"),
}
OTHER_TABLES = {"organisations", "disruptions", "provenance", "questions"}  # no part of a plan


class Unsupported(Exception):
    """The package uses what this script has no PyPSA equal for."""


def read_package(folder):
    """The tables that a plan needs, as lists of rows with text cells."""
    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {name: [] for name in MODELLED}
    for table in description["resources"]:
        name = table["name"]
        if name in OTHER_TABLES:
            continue
        with open(folder / table["path"], encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        if name not in MODELLED and rows:
            raise Unsupported(f"table {name}")
        for number, row in enumerate(rows, start=2):
            for column, cell in row.items():
                known = column in MODELLED[name] or column in DESCRIPTIVE
                if not known and cell not in ("", "0", None):
                    raise Unsupported(f"{name}, row {number}: column {column}")
        tables[name] = rows
    if len(tables["sites"]) != 1:
        raise Unsupported("more than one site")
    if len({option["target"] for option in tables["options"]}) < len(tables["options"]):
        raise Unsupported("several options on one line")
    for option in tables["options"]:
        if option["kind"] != "line":
            raise Unsupported(f"option {option['option']}: kind {option['kind']}")
    return tables


def number(row, column, default=0.0):
    """A cell as a number; empty or missing means not stated."""
    cell = row.get(column)
    return float(cell) if cell else default


def days_in_period(row, period, period_days):
    """How many days of the row's window lie in a period (counted from 0)."""
    first = max(number(row, "from_day", 1), period * period_days + 1)
    last = min(number(row, "to_day", math.inf), (period + 1) * period_days)
    return max(0.0, last - first + 1)


def daily_rates(row, periods, period_days):
    """The row's rate over the periods, as an average of their days."""
    rate = number(row, "per_day", math.inf)
    if rate == math.inf:
        raise Unsupported(f"an unlimited rate of material {row['material']}")
    return [rate * days_in_period(row, t, period_days) / period_days for t in range(periods)]


def link_columns(tables):
    """Every line as one row of PyPSA's links; rates are in units of the line's first input."""
    recipes = {line["line"]: [] for line in tables["lines"]}
    for row in tables["recipes"]:
        recipes[row["line"]].append((row["material"], number(row, "quantity")))
    options = {option["target"]: option for option in tables["options"]}
    ports = max(len(recipe) for recipe in recipes.values())
    columns = {"bus0": []}
    for port in range(1, ports):
        columns[f"bus{port}"] = []
        columns["efficiency" if port == 1 else f"efficiency{port}"] = []
    for name in ("marginal_cost", "capital_cost", "p_nom", "p_nom_min", "p_nom_max"):
        columns[name] = []
    columns["p_nom_extendable"] = []

    for line in tables["lines"]:
        name = line["line"]
        capacity = number(line, "runs_per_day", math.inf)
        inputs = [row for row in recipes[name] if row[1] < 0]
        if not inputs or len(recipes[name]) < 2 or capacity == math.inf:
            raise Unsupported(f"line {name}: no input, no output or no limit")
        bus, quantity = inputs[0]
        scale = -quantity
        others = [row for row in recipes[name] if row[0] != bus]
        columns["bus0"].append(bus)
        for port in range(1, ports):
            used = port <= len(others)
            material, amount = others[port - 1] if used else ("", 0.0)
            columns[f"bus{port}"].append(material)
            columns["efficiency" if port == 1 else f"efficiency{port}"].append(amount / scale)
        option = options.get(name, {})
        module = number(option, "module_per_day")
        growth = module * number(option, "max_modules", math.inf) if module else 0.0
        columns["marginal_cost"].append(number(line, "cost_per_run") / scale)
        columns["capital_cost"].append(
            number(option, "cost_per_module") / module / scale if module else 0.0
        )
        columns["p_nom"].append(capacity * scale)
        columns["p_nom_min"].append(capacity * scale)
        columns["p_nom_max"].append((capacity + growth) * scale)
        columns["p_nom_extendable"].append(growth > 0)
    return [line["line"] for line in tables["lines"]], columns


def build_network(pypsa, pandas, tables, periods, period_days):
    """The PyPSA network, and the capital of the capacity that is there already."""
    network = pypsa.Network()
    network.set_snapshots(range(periods))
    network.snapshot_weightings.loc[:, :] = period_days

    def over_time(names, rows):
        return pandas.DataFrame(dict(zip(names, rows)), index=network.snapshots, dtype=float)

    materials = [row["material"] for row in tables["materials"]]
    network.add("Bus", materials)

    names, columns = link_columns(tables)
    network.add("Link", names, **columns)
    existing = sum(
        cost * capacity
        for cost, capacity in zip(columns["capital_cost"], columns["p_nom"])
    )

    stocks = {row["material"]: row for row in tables["stocks"]}
    rows = [stocks.get(material, {}) for material in materials]
    network.add(
        "Store",
        materials,
        bus=materials,
        e_initial=[number(row, "on_hand") + number(row, "in_transit") for row in rows],
        e_nom=[number(row, "maximum", math.inf) for row in rows],
        e_cyclic=False,
    )

    supplies = tables["supplies"]
    names = [row["supply"] for row in supplies]
    rates = [daily_rates(row, periods, period_days) for row in supplies]
    peaks = [max(rate) for rate in rates]
    network.add(
        "Generator",
        names,
        bus=[row["material"] for row in supplies],
        p_nom=peaks,
        p_max_pu=over_time(names, shares(rates, peaks)),
        marginal_cost=[number(row, "cost_per_unit") for row in supplies],
    )

    # A demand is a row per period in many packages: rows of one material and value belong together.
    wanted = {}
    for row in tables["demands"]:
        key = (row["material"], number(row, "value_per_unit"))
        total = wanted.setdefault(key, [0.0] * periods)
        for period, rate in enumerate(daily_rates(row, periods, period_days)):
            total[period] += rate
    names = [f"{material} at {value:g}" for material, value in wanted]
    rates = list(wanted.values())
    peaks = [max(rate) for rate in rates]
    buses = [material for material, _ in wanted]
    network.add("Load", names, bus=buses, p_set=over_time(names, rates))
    unmet = [f"unmet {name}" for name in names]
    network.add(
        "Generator",
        unmet,
        bus=buses,
        p_nom=peaks,
        p_max_pu=over_time(unmet, shares(rates, peaks)),
        marginal_cost=[value for _, value in wanted],
    )
    return network, existing


def shares(rates, peaks):
    """Rates as shares of their peak."""
    return [[value / (peak or 1.0) for value in row] for row, peak in zip(rates, peaks)]


@contextlib.contextmanager
def output_to_errors():
    """HiGHS writes to standard output by itself; that is kept for the line of JSON."""
    sys.stdout.flush()
    output = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(output, 1)
        os.close(output)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=pathlib.Path, help="folder of the chain package")
    parser.add_argument("--periods", type=int, required=True)
    parser.add_argument("--period-days", type=int, default=1)
    parser.add_argument(
        "--io",
        choices=["direct", "lp", "mps"],
        default="direct",
        help="how linopy hands the model to HiGHS: in memory (the faster) or by a file",
    )
    parser.add_argument("--log", action="store_true", help="show what PyPSA and HiGHS say")
    arguments = parser.parse_args()

    marks = [time.process_time()]
    wall = time.perf_counter()

    import highspy
    import linopy
    import pandas
    import pypsa

    logging.disable(logging.NOTSET if arguments.log else logging.ERROR)
    warnings.simplefilter("ignore", FutureWarning)
    marks.append(time.process_time())
    try:
        tables = read_package(arguments.package)
        network, existing = build_network(
            pypsa, pandas, tables, arguments.periods, arguments.period_days
        )
    except (Unsupported, OSError, ValueError, KeyError) as error:
        sys.exit(f"pypsa_ramp: {arguments.package.name}: not modelled here: {error}")
    marks.append(time.process_time())
    model = network.optimize.create_model(include_objective_constant=False)
    marks.append(time.process_time())
    with output_to_errors():
        status, condition = model.solve(
            solver_name="highs",
            solver="ipm",
            run_crossover="off",
            threads=1,
            log_to_console=arguments.log,
            io_api=arguments.io,
            progress=False,
        )
    marks.append(time.process_time())
    if status == "ok":
        network.optimize.assign_solution()
        network.optimize.assign_duals()
        network.optimize.post_processing()
    marks.append(time.process_time())
    if status != "ok" or condition != "optimal":
        sys.exit(f"pypsa_ramp: HiGHS ended with {status}, {condition}")

    cpu = [later - earlier for earlier, later in zip(marks, marks[1:])]
    stages = ("import", "network", "model", "solve", "results")
    figures = {
        "objective": round(float(model.objective.value) - existing, 6),
        "cpuSeconds": {name: round(value, 3) for name, value in zip(stages, cpu)},
        "cpuSecondsWithoutImport": round(sum(cpu[1:]), 3),
        "cpuSecondsToSolution": round(sum(cpu[1:4]), 3),
        "wallSeconds": round(time.perf_counter() - wall, 3),
        "peakMiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "columns": int(model.nvars),
        "rows": int(model.ncons),
        "versions": {
            "pypsa": pypsa.__version__,
            "linopy": linopy.__version__,
            "highs": highspy.Highs().version(),
            "python": sys.version.split()[0],
        },
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
