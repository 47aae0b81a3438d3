#!/usr/bin/env bash
# Builds everything, runs every test and proves the packages. The last line counts what passed, failed and was skipped;
# the exit code is 0 if nothing failed.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No process of a build stays behind.
export MSBUILDDISABLENODEREUSE=1
# Test hosts live for seconds: code that is measured and then compiled again, and small collections, cost them more than they
# gain. What is durable on a disk is not what is tested, so where there is memory for it, temporary files stay there.
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=0x4000000
if [[ -z ${TMPDIR:-} && $(df --output=avail --block-size=G /dev/shm 2>/dev/null | tail -1 | tr -dc 0-9) -ge 6 ]]; then
    TMPDIR=$(mktemp -d /dev/shm/authkit-XXXXXX)
    export TMPDIR
    chmod 711 "$TMPDIR"
    own=$TMPDIR
fi
# Where each test project leaves its results, see tests/Directory.Build.props.
export TestResults=$PWD/artifacts/test-results

passed=0 failed=0 skipped=0
preparing= given=${AUTHKIT_SERVERS:-}

report() {
    local status=$?
    if [[ -n $preparing && -z $given ]]; then
        wait "$preparing" || true
        eng/servers.sh stop
    fi
    [[ -z ${own:-} ]] || rm -rf "$own"
    if [[ $failed -eq 0 && ($status -ne 0 || $passed -eq 0) ]]; then
        failed=1
    fi
    echo
    echo "$passed passed, $failed failed, $skipped skipped"
    exit $((failed > 0))
}
trap report EXIT

count() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

run_tests() {
    local status=0 ended=0 project name counts=()
    rm -rf "$TestResults"
    # The solution lists the longest first, and those that mostly wait beside them, so that none is left to run alone at the end.
    dotnet test AuthKit.sln --configuration Release --no-build || status=$?

    for project in tests/*.Tests/*.csproj; do
        name=$(basename "$project" .csproj)
        if [[ -s $TestResults/$name.trx ]]; then
            ended=$((ended + 1))
        else
            echo "$name left no results."
            count 0 1 0
        fi
    done
    if [[ $ended -gt 0 ]]; then
        read -ra counts < <(awk -f eng/count-results.awk "$TestResults"/*.trx)
        count "${counts[@]}"
    fi
    # A test host that crashed leaves results, but not of every test.
    if [[ $status -ne 0 && $failed -eq 0 ]]; then
        echo "The tests did not run to their end."
        count 0 1 0
    fi
}

# Scripts that are tests by themselves.
prove() {
    eng/pack.sh --no-build --verbosity quiet && eng/prove-packages.sh
}

# What the tests need besides the build, in the background: most of it is waiting for downloads and disks.
# Servers that run already, as eng/servers.sh env names them, are used and left alone.
prepare() {
    eng/install-debian.sh curl python3-aiosmtpd
    eng/native-argon2.sh
    eng/browser.sh
    eng/oauth-clients.sh
    eng/redocly.sh
    eng/standard-webhooks.sh
    [[ -n ${AUTHKIT_SERVERS:-} ]] || eng/servers.sh start || true
}

prepare &
preparing=$!
dotnet build AuthKit.sln -graph --configuration Release --verbosity quiet
wait "$preparing"
[[ -n ${AUTHKIT_SERVERS:-} ]] || eval "$(eng/servers.sh env)"
# Beside the tests, which often wait.
prove >artifacts/proof.log 2>&1 &
proving=$!
run_tests
echo
if wait "$proving"; then
    count 1 0 0
else
    echo "The packages are not proven:"
    count 0 1 0
fi
cat artifacts/proof.log
