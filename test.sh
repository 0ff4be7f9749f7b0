#!/usr/bin/env bash
# Builds everything in Release and runs every test of every project. Installs what is missing and needed, saying so.
# Ends with one line alone: "N passed, N failed". The exit code is 0 only when every test ran and passed.
set -uo pipefail
cd "$(dirname "$0")"

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install() { # what it is for, package
    echo "Installing $2 with apt-get: $1"
    as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "$2"
}

finish() { # passed, failed
    echo "$1 passed, $2 failed"
    [ "$2" -eq 0 ] && [ "$1" -gt 0 ]
    exit
}

if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is missing: get it from https://dotnet.microsoft.com/download and run this again." >&2
    finish 0 1
fi

# .NET compares and sorts Unicode text with ICU; nicknames need it.
if command -v ldconfig >/dev/null && ! ldconfig -p | grep -q libicuuc; then
    package=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -1)
    install "Unicode comparison for .NET" "${package:-libicu72}" || finish 0 1
fi

results=artifacts/test-results
rm -rf "$results"
dotnet build ActorChat.sln -c Release --nologo -v minimal || finish 0 1
dotnet test ActorChat.sln -c Release --no-build --nologo --logger trx --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none
status=$?

# Summed over all test projects. What was neither passed nor failed (skipped, not run, cut off) counts as failed.
total=0
passed=0
while read -r counters; do
    total=$((total + $(sed -E 's/.* total="([0-9]+)".*/\1/' <<<"$counters")))
    passed=$((passed + $(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")))
done < <(grep -rhoE '<Counters [^>]*>' "$results" --include='*.trx' 2>/dev/null)

failed=$((total - passed))
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    echo "dotnet test ended with exit code $status although no test failed: counted as one failure." >&2
    failed=1
fi

finish "$passed" "$failed"
