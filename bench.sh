#!/usr/bin/env bash
# Measures the server against a C++ loop that does nothing but pass lines on (ActorChat.Benchmarks/reference), in turn with it, three
# times each, and prints the medians and their ratios as one table. Needs the .NET SDK; without a C++ compiler the reference is left out.
# The server stores every message (SQLite, synchronous=FULL) in a temporary folder, logs at INFO to a file, and runs on processor 0, as
# the reference does; the load comes from processor 1. What is raised of its limits stands in "limits" below.
#
#   ./bench.sh            about eight minutes
#   ./bench.sh --quick    less than two: one run each, and shorter ones
#   BENCH_FOLDER=/disk    the folder for the databases, on the disk to be measured (the current folder's)
set -uo pipefail
cd "$(dirname "$0")" || exit 1

rounds=3 seconds=6 warm_up=8 idle=10000 durable=(--seconds 0.5 --rounds 4)
case "$*" in
    '') ;;
    --quick) rounds=1 seconds=3 warm_up=4 idle=2000 durable=(--seconds 0.2 --rounds 2) ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; [ "$*" = --help ]; exit $(($? * 64)) ;;
esac

command -v dotnet >/dev/null || { echo 'The .NET 10 SDK is missing: get it from https://dotnet.microsoft.com/download and run this again.' >&2; exit 1; }

folder=$(mktemp -d "${BENCH_FOLDER:-.}/.bench-XXXXXX") || exit 1
folder=$(cd "$folder" && pwd)
started=() # the processes to be ended whatever happens

clean_up() {
    trap - EXIT INT TERM
    for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null; done
    for pid in ${started[@]+"${started[@]}"}; do wait "$pid" 2>/dev/null; done
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '%s\n' "$*" >&2; }

# In the background, as a shell heeds signals only while it waits.
run() {
    local code
    "$@" &
    started+=("$!")
    wait "$!"
    code=$?
    unset 'started[${#started[@]}-1]'
    return "$code"
}

# ---------------------------------------------------------------- build

say 'Building…'
run dotnet build -c Release --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false ActorChat.Benchmarks >"$folder/build" 2>&1 || { cat "$folder/build" >&2; exit 1; }
bin=$PWD/artifacts/bin
server=("dotnet" "$bin/ActorChat.Server/release/actorchat-server.dll")
benchmarks=("dotnet" "$bin/ActorChat.Benchmarks/release/ActorChat.Benchmarks.dll")

reference=
compiler=$(command -v "${CXX:-c++}" || command -v g++ || command -v clang++ || true)
if [ -z "$compiler" ]; then
    say 'No C++ compiler here: the reference, and so all ratios, are left out (Debian, Ubuntu: apt-get install g++).'
elif "$compiler" -std=c++17 -O2 -o "$folder/broadcast" ActorChat.Benchmarks/reference/broadcast.cpp; then
    reference=$folder/broadcast
fi

# One processor for who is measured, another one for the load.
on_first=() on_second=()
if command -v taskset >/dev/null && [ "$(nproc)" -gt 1 ]; then
    on_first=(taskset -c 0) on_second=(taskset -c 1)
else
    say 'Without taskset and a second processor the load disturbs what is measured.'
fi

# A descriptor for each connection, on both sides, and some for everything else.
ulimit -Sn "$(ulimit -Hn)" 2>/dev/null
if [ "$(ulimit -n)" != unlimited ] && [ $(($(ulimit -n) - 500)) -lt "$idle" ]; then
    idle=$(($(ulimit -n) - 500))
    say "Only $(ulimit -n) descriptors are permitted (ulimit -n): $idle idle connections."
fi

# ---------------------------------------------------------------- servers

# Nobody may flood a server with default limits; here that is the purpose.
limits=(--set actorchat.limits.messages-per-second=0 --set actorchat.limits.accepts-per-second=0 --set actorchat.limits.max-connections=100000)

start_ours() { # sets pid, chat and confirmation
    local home=$folder/ours.$RANDOM$RANDOM
    mkdir "$home"
    (cd "$home" && exec ${on_first[@]+"${on_first[@]}"} "${server[@]}" --log-level INFO "${limits[@]}" --set actorchat.language=en \
        --set actorchat.chat.port=0 --set actorchat.confirmation.port=0 >"$home/out" 2>"$home/log") &
    pid=$!
    started+=("$pid")
    for _ in $(seq 300); do
        [ "$(grep -cs '^\[OK\]' "$home/out")" = 2 ] && break
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    chat=$(sed -nE 's/^\[OK\] .* ([0-9.]+:[0-9]+) \(chat\).*/\1/p' "$home/out")
    confirmation=$(sed -nE '/\(chat\)/!s/^\[OK\] .* ([0-9.]+:[0-9]+) .*/\1/p' "$home/out")
    [ -n "$chat" ] && [ -n "$confirmation" ] || { say 'The server did not start:'; cat "$home/out" "$home/log" >&2; exit 1; }
}

start_reference() { # sets pid and chat
    local port
    for port in $(shuf -i 20000-30000 -n 5 2>/dev/null || echo 27431 28513); do
        ${on_first[@]+"${on_first[@]}"} "$reference" "$port" 2>>"$folder/reference.log" &
        pid=$!
        started+=("$pid")
        chat=127.0.0.1:$port
        sleep 0.3
        kill -0 "$pid" 2>/dev/null && return
    done
    say 'The reference did not start:'
    cat "$folder/reference.log" >&2
    exit 1
}

stop() {
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    unset 'started[${#started[@]}-1]'
}

# ---------------------------------------------------------------- measuring

load() { # file for the report, then options
    local report=$1 code
    shift
    run ${on_second[@]+"${on_second[@]}"} "${benchmarks[@]}" load "$@" --pid "$pid" --json >>"$report" 2>"$folder/errors"
    code=$?
    [ "$code" -eq 0 ] && return
    [ "$code" -eq 1 ] && { say "Something was lost, reordered or doubled: $(tail -1 "$report")"; failed=1; return; }
    cat "$folder/errors" >&2
    exit "$code"
}

failed=0
idle_took=0
names=('100 members, 10 senders, 4 outstanding each' '1,000 members, 10 senders, 1 outstanding each' '1,000 members, 50 messages/s in all')
loads=('--members 100 --senders 10 --outstanding 4' '--members 1000 --senders 10 --outstanding 1' '--members 1000 --senders 10 --rate 50')

for round in $(seq "$rounds"); do
    for i in 0 1 2; do
        say "Round $round of $rounds: ${names[i]}"
        start_ours
        # shellcheck disable=SC2086 # the options are words
        load "$folder/ours.$i" --chat "$chat" ${loads[i]} --seconds "$seconds" --warm-up "$warm_up"
        stop
        [ -z "$reference" ] && continue
        start_reference
        # shellcheck disable=SC2086
        load "$folder/reference.$i" --chat "$chat" ${loads[i]} --seconds "$seconds" --warm-up "$warm_up"
        stop
    done
    for clients in 1 50; do
        say "Round $round of $rounds: confirmation port, $clients at a time"
        start_ours
        load "$folder/confirm.$clients" --confirm "$confirmation" --senders "$clients" --seconds "$((seconds / 2))" --warm-up "$warm_up"
        stop
    done
    # Once is enough where it takes long.
    [ "$idle_took" -gt 45 ] && continue
    say "Round $round of $rounds: $idle logins, and as many idle connections"
    began=$SECONDS
    start_ours
    load "$folder/ours.idle" --chat "$chat" --members "$idle" --idle --seconds 2 --parallel 100
    stop
    idle_took=$((SECONDS - began))
    [ -z "$reference" ] && continue
    start_reference
    load "$folder/reference.idle" --chat "$chat" --members "$idle" --idle --seconds 2 --parallel 100
    stop
done

say 'Messages stored one after the other, for comparison'
run "${benchmarks[@]}" durable --folder "$folder" "${durable[@]}" >"$folder/durable" || failed=1

# ---------------------------------------------------------------- the table

median() { # file, the name of the number's object, its name: the median of all its values
    sed -nE "s/.*\"$2\":\{[^}]*\"$3\":([-0-9.eE+]+).*/\1/p" "$1" 2>/dev/null | sort -g |
        awk '{ a[NR] = $1 } END { if (NR) print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2; else print "-" }'
}

row() { # name, unit, ours, reference
    awk -v name="$1, $2" -v ours="$3" -v ref="$4" 'BEGIN {
        f = "| %-66s | %10s | %10s | %6s |\n"
        ratio = (ours == "-" || ref == "-" || ref == 0) ? "-" : sprintf("%.2f", ours / ref)
        printf f, name, show(ours), show(ref), ratio }
        function show(x) { return x == "-" ? x : x >= 1000 ? sprintf("%.0f", x) : sprintf("%.3g", x) }'
}

pair() { # name, unit, case, object, number
    row "$1" "$2" "$(median "$folder/ours.$3" "$4" "$5")" "$(median "$folder/reference.$3" "$4" "$5")"
}

echo
echo "ActorChat $(git rev-parse --short HEAD 2>/dev/null), $(uname -sm), $(nproc) processors, $(date -u +%F); medians of $rounds runs of $seconds s."
echo 'Ours stores every message on disk before it is delivered; the reference stores nothing.'
echo
printf '| %-66s | %10s | %10s | %6s |\n' case ours reference ratio
echo '|:-------------------------------------------------------------------|-----------:|-----------:|-------:|'
for i in 0 1 2; do
    pair "${names[i]}" 'CPU s a million' "$i" process cpuSecondsPerMillion
    pair "${names[i]}" 'deliveries/s' "$i" deliveries perSecond
    pair "${names[i]}" 'p50 ms' "$i" delay p50
    pair "${names[i]}" 'p99 ms' "$i" delay p99
done
pair "$idle logins" 'a second' idle logins perSecond
pair "$idle idle connections" 'resident bytes each' idle process bytesPerConnection
for clients in 1 50; do
    row "confirmation port, $clients at a time" 'a second' "$(median "$folder/confirm.$clients" confirmations perSecond)" -
    row "confirmation port, $clients at a time" 'p99 ms' "$(median "$folder/confirm.$clients" delay p99)" -
done
echo
cat "$folder/durable"
exit "$failed"
