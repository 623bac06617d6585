#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
"""Makes the mistakes of mutations.toml one at a time, in a copy of the sources, and sees that a test fails.

usage: run.py [WORD…]    only mutations whose promise or description contains one of the words

Exit code 0: every mistake was noticed. 1: one was not, or its place in the sources is not there (once) any more.
"""

import pathlib
import subprocess
import sys
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / "build" / "mutants" / "source"
BUILD = ROOT / "build" / "mutants" / "build"
WALKS = ["tst_machinewalk", "tst_linkwalk", "tst_eventwalk"]
PATIENCE = 300  # s; a walk that does not come to its end has noticed as well


def quietly(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def copy_sources():
    """Only what differs is written, so that the build stays incremental."""
    names = quietly("git", "ls-files", "-co", "--exclude-standard", cwd=ROOT, check=True).stdout.splitlines()
    for name in names:
        there = COPY / name
        if not (ROOT / name).is_file():
            continue
        content = (ROOT / name).read_bytes()
        if not there.exists() or there.read_bytes() != content:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)
            there.chmod((ROOT / name).stat().st_mode)


def configure():
    done = quietly("cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                   "-DHOLDFAST_BUILD_QML=OFF", "-DHOLDFAST_BUILD_DEMO=OFF", "-DHOLDFAST_BUILD_HUB=OFF",
                   "-DHOLDFAST_WARNINGS_AS_ERRORS=OFF")
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


def compiles(tests):
    return quietly("cmake", "--build", BUILD, "--target", *tests).returncode == 0


def who_notices(tests):
    """The first test that fails and its last words; or nothing."""
    for test in tests:
        program = next(BUILD.glob(f"tests/*/{test}"))
        try:
            done = quietly(program, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return f"{test}: never ends"
        if done.returncode != 0:
            broke = [line for line in done.stdout.splitlines() if "broke: " in line]
            return f"{test}: {broke[0].split('broke: ')[1].strip() if broke else 'fails'}"
    return None


def judge(mutation):
    """(noticed, in which words)"""
    path = COPY / mutation["file"]
    original = path.read_text(encoding="utf-8")
    if original.count(mutation["from"]) != 1:
        return False, f"its place is there {original.count(mutation['from'])} times in {mutation['file']}"
    tests = mutation.get("tests", WALKS)  # others only for what the walks cannot meet
    path.write_text(original.replace(mutation["from"], mutation["to"]), encoding="utf-8")
    try:
        if not compiles(tests):
            return False, "does not compile"
        found = who_notices(tests)
        return found is not None, found or "NOT NOTICED"
    finally:
        path.write_text(original, encoding="utf-8")


def main():
    if any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit(__doc__)
    copy_sources()
    configure()
    if not compiles(WALKS):
        sys.exit("the sources do not compile as they are")
    if before := who_notices(WALKS):
        sys.exit(f"the sources fail as they are: {before}")
    mutations = tomllib.loads((ROOT / "tests/mutations/mutations.toml").read_text(encoding="utf-8"))["mutation"]
    chosen = [m for m in mutations if not sys.argv[1:]
              or any(word in (m["promise"], ) or word in m["what"] for word in sys.argv[1:])]
    caught = 0
    for mutation in chosen:
        begun = time.monotonic()
        noticed, words = judge(mutation)
        caught += noticed
        print(f"{'ok  ' if noticed else 'FAIL'} {mutation['promise']:4}{mutation['what']}\n"
              f"         {words} ({time.monotonic() - begun:.0f} s)", flush=True)
    print(f"{caught} of {len(chosen)} mistakes were noticed")
    return 0 if caught == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
