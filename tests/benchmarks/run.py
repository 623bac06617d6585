#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
"""Runs the benchmarks one after the other and makes one page of what they found.

usage: run.py [--quick] [--anyway] [--page]
  --quick   once, and little of it: to see that everything works; the README stays as it is
  --anyway  writes the README even if the machine is busy
  --page    runs nothing, takes the figures that are there

Figures, plots and page: build/release/bench/*.json, *.svg, *.png and report.md. Where they are worth something, the page
goes between the two markers in README.md as well, and its plots to resources/figures."""

import json
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "build" / "release" / "tests" / "benchmarks"
RESULTS = ROOT / "build" / "release" / "bench"
FIGURES = ROOT / "resources" / "figures"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
# In the order of the page. The herd's time is virtual: 10 000, and in its last table 100 000 as well.
BENCHMARKS = {"throughput": [], "latency": [], "drain": [], "reconnect": [], "memory": [], "idle": [], "store": [],
              "mqtt": [], "peers": [], "herd": ["--clients", "10000"], "hub": [], "switchboard": []}
# The herd's plots are of a larger one: ./dev bench herd --plots resources/figures
PLOTS = {"throughput": "One-way throughput by the size of a message", "latency": "One message at a time, by its size",
         "store": "What a message costs in the store, by the length of the queue"}
MOST_BUSY = 0.1  # of all processors, before we begin
PATIENCE = 300  # s for one benchmark


def busyness(seconds=2):
    """What part of the processors is in use, by others, since nothing of ours runs yet."""
    def times():
        numbers = [int(word) for word in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        return sum(numbers), numbers[3] + numbers[4]  # idle, iowait
    if not pathlib.Path("/proc/stat").exists():
        return 0.0
    all_before, idle_before = times()
    time.sleep(seconds)
    all_after, idle_after = times()
    return 1 - (idle_after - idle_before) / max(1, all_after - all_before)


def run(quick):
    RESULTS.mkdir(parents=True, exist_ok=True)
    failed = []
    for name, arguments in BENCHMARKS.items():
        result = RESULTS / f"{name}.json"
        result.unlink(missing_ok=True)
        program = PROGRAMS / f"bench_{name}"
        if not program.exists():
            print(f"\n{name}: skipped, it could not be built here", flush=True)
            continue
        command = [program, "--json", result, *arguments]
        if name in PLOTS:
            command += ["--plots", RESULTS]
        if quick:
            command.append("--quick")
        start = time.monotonic()
        try:
            code = subprocess.run(command, timeout=PATIENCE, check=False).returncode
        except subprocess.TimeoutExpired:
            code = "no end"
        if code != 0:
            failed.append(name)
        print(f"({name}: {time.monotonic() - start:.0f} s{'' if code == 0 else f', failed: {code}'})", flush=True)
    return failed


def pictures():
    """PNG of the plots, where rsvg-convert is there, for pages that show no SVG."""
    tool = shutil.which("rsvg-convert")
    for plot in sorted(RESULTS.glob("bench-*.svg")) if tool else []:
        subprocess.run([tool, "-w", "1720", plot, "-o", RESULTS / f"{plot.stem}.png"], check=True)


def spoken(figure):
    return f"{figure['value']:.{figure['decimals']}f} {figure['unit']}"


def page(found, busy):
    machine = next(iter(found.values()))["machine"]
    lines = [f"{machine['cpu']}, {machine['cores']} cores, {machine['system']}, {machine['kernel']}; Qt {machine['qt']}, "
             f"{machine['compiler']}, {machine['build']}; {machine['date'][:10]}"
             f"{'' if busy is None else f', {busy:.0%} busy before it began'}. Client and server on the same machine.",
             "", "| what | figure | against | target | |", "|---|---|---|---|---|"]
    for result in found.values():
        for figure in result["figures"]:
            target, verdict = "", ""
            if "target" in figure:
                target = f"{'≥' if figure['atLeast'] else '≤'} {figure['target']:g} {figure['unit']}"
                verdict = "met" if figure["met"] else "**missed**"
            lines.append(f"| {figure['what']} | {spoken(figure)} | {figure['against']} "
                         f"| {target} | {verdict} |")
    for name, title in PLOTS.items():
        if name in found:
            lines += ["", f"![{title}](resources/figures/bench-{name}.svg)"]
    if "peers" in found:
        table = found["peers"]["tables"][0]
        lines += ["", f"Other people's clients in the same run. {table['title']}.", "",
                  "| " + " | ".join(table["columns"]) + " |", "|---" * len(table["columns"]) + "|"]
        for row in table["rows"]:
            cells = [cell if isinstance(cell, str) else f"{cell:.0f}" for cell in row]
            cells += [""] * (len(table["columns"]) - len(cells))
            lines.append("| " + " | ".join(cells) + " |")
        lines += ["", *table["notes"]]
    missing = [name for name in BENCHMARKS if name not in found]
    if missing:
        lines += ["", f"Without {', '.join(missing)}, which could not be built or run here."]
    return "\n".join(lines) + "\n"


def put_into_readme(text):
    readme = README.read_text()
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        sys.exit(f"README.md has not both of {BEGIN} and {END}, once")
    before, rest = readme.split(BEGIN)
    for plot in RESULTS.glob("bench-*.svg"):
        shutil.copy(plot, FIGURES)
    README.write_text(before + BEGIN + "\n" + text + END + rest.split(END)[1])


def main():
    options = set(sys.argv[1:])
    if options - {"--quick", "--anyway", "--page"}:
        sys.exit(__doc__)
    quick = "--quick" in options
    failed, busy = [], None
    if "--page" not in options:
        busy = busyness()
        if busy > MOST_BUSY:
            print(f"The machine is {busy:.0%} busy with something else: the figures are worth little.", flush=True)
        failed = run(quick)
        pictures()
        (RESULTS / "busy").write_text(str(busy))
    elif (RESULTS / "busy").exists():
        busy = float((RESULTS / "busy").read_text())
    found = {name: json.loads((RESULTS / f"{name}.json").read_text())
             for name in BENCHMARKS if (RESULTS / f"{name}.json").exists()}
    if not found:
        sys.exit("There are no figures.")
    text = page(found, busy)
    (RESULTS / "report.md").write_text(text)
    print("\n" + text)
    if any(result["quick"] for result in found.values()):
        print("These are of a quick run and mean nothing: README.md stays as it is.")
    elif failed or (busy is not None and busy > MOST_BUSY and "--anyway" not in options):
        print("README.md stays as it is: " + (f"{', '.join(failed)} failed." if failed else "see --anyway."))
    else:
        put_into_readme(text)
        print("README.md has it, too.")
    return 1 if failed else 0


sys.exit(main())
