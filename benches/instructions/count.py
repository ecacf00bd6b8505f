#!/usr/bin/env python3
"""Counts the instructions of six fixed runs, an item, and prints how they differ from those committed in counts.txt.

    cargo bench --bench instructions --no-run
    benches/instructions/count.py PROGRAM           # the program that cargo names
    benches/instructions/count.py PROGRAM --write   # and keeps the new counts
    benches/instructions/count.py PROGRAM --rivals  # the rivals too, which are not kept

Needs valgrind. A run is made once and twice over; the difference is the work of one round, whatever is prepared before. The
counts are those of one toolchain on x86-64: where that changes, they are taken anew with nothing else changed.
"""

import pathlib
import re
import subprocess
import sys

RUNS = [
    "histories_recorded",
    "histories_strict",
    "columns_standing",
    "ledger_assessment",
    "columns_assessment",
    "folded_standing",
]
RIVALS = [
    "rival_service",
    "rival_integers",
    "rival_integers_columns",
    "rival_verifying",
    "rival_assessment_service",
    "rival_assessment_integers",
    "rival_folded",
]
ITEMS = 2_000
KEPT = pathlib.Path(__file__).with_name("counts.txt")


def counted(program, run, rounds):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, run, str(rounds)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return int(re.search(r"Collected : (\d+)", told).group(1))


def main():
    program, *options = sys.argv[1:] or sys.exit(__doc__)
    kept = dict(line.split() for line in KEPT.read_text().splitlines()) if KEPT.exists() else {}
    counts = {}
    for run in RUNS + (RIVALS if "--rivals" in options else []):
        count = (counted(program, run, 2) - counted(program, run, 1)) // ITEMS
        before = int(kept.get(run, 0))
        difference = f"{(count - before) / before:+8.1%}" if before else "        "
        print(f"{run:<28}{count:>8} {difference}", flush=True)
        counts[run] = count
    if "--write" in options:
        KEPT.write_text("".join(f"{run} {counts[run]}\n" for run in RUNS))


main()
