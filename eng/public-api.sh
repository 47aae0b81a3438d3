#!/usr/bin/env bash
# Writes the public API of each package as it stands into its PublicAPI.Unshipped.txt, to be reviewed and committed.
set -euo pipefail
cd "$(dirname "$0")/.."

for file in src/*/PublicAPI.Unshipped.txt tests/*/PublicAPI.Unshipped.txt; do
    echo '#nullable enable' >"$file"
done
# The analyzer names what the files lack, each symbol as it is to be written down.
dotnet build AuthKit.sln --no-incremental -p:TreatWarningsAsErrors=false -p:MSBuildTreatWarningsAsErrors=false |
    sed -n "s/.*: warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*\[\(.*\)\/[^/]*\.csproj.*\]\$/\2\t\1/p" |
    LC_ALL=C sort -u |
    while IFS=$'\t' read -r project symbol; do
        echo "$symbol" >>"$project/PublicAPI.Unshipped.txt"
    done
