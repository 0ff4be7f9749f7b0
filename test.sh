#!/usr/bin/env bash
# Builds everything in Release and runs every test of every project, and then the stress scenarios for a minute. Installs what is
# missing and needed, saying so. Ends with one line alone: "N passed, N failed". The exit code is 0 only when every test ran and passed.
#
#   ./test.sh                     all tests
#   ./test.sh --stress [MINUTES]  only the stress scenarios, for that long (10 minutes); ACTORCHAT_STRESS_SEED repeats a run
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

stress_minutes=1
stress_only=false
if [ "${1:-}" = --stress ]; then
    stress_only=true
    stress_minutes=${2:-10}
    shift $(($# > 1 ? 2 : 1))
fi

if [ $# -gt 0 ] || ! [[ $stress_minutes =~ ^[1-9][0-9]*$ ]]; then
    echo "Usage: ./test.sh [--stress [MINUTES]]" >&2
    finish 0 1
fi

if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is missing: get it from https://dotnet.microsoft.com/download and run this again." >&2
    finish 0 1
fi

# .NET compares and sorts Unicode text with ICU; nicknames need it.
if command -v ldconfig >/dev/null && ! ldconfig -p | grep -q libicuuc; then
    package=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -1)
    install "Unicode comparison for .NET" "${package:-libicu72}" || finish 0 1
fi

# The tests start a MariaDB server of their own, in a temporary folder. The package may start one too: nothing here speaks to that.
if ! PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v mariadbd >/dev/null; then
    install "a database server for the tests of users in MySQL" mariadb-server || finish 0 1
fi

# The tests of the console client type at a terminal of tmux and look at its screen.
if ! command -v tmux >/dev/null; then
    install "a terminal for the tests of the console client" tmux || finish 0 1
fi

# The example that students copy is run as they run it.
if ! command -v python3 >/dev/null; then
    install "what runs the example of a client" python3 || finish 0 1
fi

# Clients of other make speak TLS with the server.
if ! command -v openssl >/dev/null; then
    install "another client for the tests of TLS" openssl || finish 0 1
fi

# The page is tested in a real browser. What drives it comes with the packages of the tests.
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    install "a browser for the tests of the page" chromium || finish 0 1
fi

# Some stress scenarios pull cables between network namespaces. Only root may make those, and not in every container: they are left out
# where that is so, which is said here, and all else runs.
stress='Category=Stress'
if unshare --net true 2>/dev/null; then
    PATH="$PATH:/usr/sbin:/sbin" command -v ip >/dev/null ||
        install "virtual cables for the stress scenarios that pull them" iproute2 || finish 0 1
else
    echo "Network namespaces are not permitted here: the stress scenarios that need them do not run." >&2
    stress="$stress&Needs!=Namespaces"
fi

results=artifacts/test-results
rm -rf "$results"

# Half the time goes into starts of processes. They start sooner when .NET neither counts calls for a better compilation later nor
# maps the memory for compiled code twice.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# One compiler for all projects, whatever the environment says: a new one for each takes twice the time. It would stay: so it is ended.
dotnet build ActorChat.sln -c Release --nologo -v minimal -p:UseSharedCompilation=true
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null
[ "$built" -eq 0 ] || finish 0 1

total=0
passed=0
broken=0

run() { # name of the run, longest silence in minutes, filter, more arguments of dotnet test
    local name=$1 silence=$2 filter=$3
    shift 3
    local folder=$results/$name ran=0 well=0 counters
    dotnet test artifacts/bin/*.Tests/release/*.Tests.dll --nologo --filter "$filter" --logger trx --results-directory "$folder" \
        --blame-hang-timeout "${silence}m" --blame-hang-dump-type none "$@"
    local status=$?

    # Summed over all test projects. What was neither passed nor failed (skipped, not run, cut off) counts as failed.
    while read -r counters; do
        ran=$((ran + $(sed -E 's/.* total="([0-9]+)".*/\1/' <<<"$counters")))
        well=$((well + $(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")))
    done < <(grep -rhoE '<Counters [^>]*>' "$folder" --include='*.trx' 2>/dev/null)

    if [ "$ran" -eq 0 ]; then
        echo "No test of the $name run ran: counted as one failure." >&2
        broken=$((broken + 1))
    elif [ "$status" -ne 0 ] && [ "$ran" -eq "$well" ]; then
        echo "dotnet test ended with exit code $status although no $name test failed: counted as one failure." >&2
        broken=$((broken + 1))
    fi

    total=$((total + ran))
    passed=$((passed + well))
}

"$stress_only" || run normal 5 'Category!=Stress'

# Their figures are in the output of tests that pass, which only the detailed console shows.
export ACTORCHAT_STRESS_SECONDS=$((stress_minutes * 60))
run stress $((stress_minutes + 10)) "$stress" --logger 'console;verbosity=detailed'

finish "$passed" "$((total - passed + broken))"
