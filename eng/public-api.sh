#!/usr/bin/env bash
# Writes the public API of each package as it stands into its PublicAPI.Unshipped.txt, to be reviewed and committed.
set -euo pipefail
cd "$(dirname "$0")/.."

for file in src/*/PublicAPI.Unshipped.txt tests/*/PublicAPI.Unshipped.txt; do
    echo '#nullable enable' >"$file"
    dotnet format analyzers "$(dirname "$file")" --diagnostics RS0016
done
