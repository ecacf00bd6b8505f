#!/usr/bin/env bash
# Takes the figures of the README: each question to registers of several sizes, on one thread and on two.
# Needs GNU time. Sizes and runs can be given: SIZES="100000" RUNS=1 ./figures.sh
set -euo pipefail
cd "$(dirname "$0")"
sizes=${SIZES:-100000 1000000 10000000} runs=${RUNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --release --quiet
sweep=target/release/sweep

# The seconds and the KiB at most of a command, run by run.
measure() { for _ in $(seq "$runs"); do /usr/bin/time -f '%e %M' "$@" 2>&1 >/dev/null | tail -n 1; done; }

# A row of the table: name, certificates, threads, and what was measured.
row() {
    sort -n | awk -v name="$1" -v certificates="$2" -v threads="$3" '
        { seconds[NR] = $1; if ($2 > most) most = $2 }
        END {
            median = seconds[int((NR + 1) / 2)]
            printf "| %s | %d | %d | %.2f (%.2f to %.2f) | %.0f | %.0f |\n",
                name, certificates, threads, median, seconds[1], seconds[NR], certificates / median, most / 1024
            # Memory is bounded, whatever the size.
            exit most > 2 * 1024 * 1024
        }'
}

echo '| question | certificates | threads | seconds, median (least to most) | certificates a second | peak MiB |'
echo '| --- | --- | --- | --- | --- | --- |'
for size in $sizes; do
    register=$work/register.parquet
    runs=1 measure $sweep generate --certificates "$size" --seed 1 -o "$register" | row generate "$size" 1
    echo "register of $size: $(($(stat -c %s "$register") / 1048576)) MiB" >&2
    to=(--register "$register" --law law.json)
    for threads in 1 2; do
        measure $sweep count --on 2008-03-10 --by province,phase "${to[@]}" --threads $threads | row count "$size" $threads
        measure $sweep lapsing --on 2008-03-10 "${to[@]}" --threads $threads | row lapsing "$size" $threads
        measure $sweep audit "${to[@]}" --threads $threads | row audit "$size" $threads
    done
done
