#!/usr/bin/env bash
# Packs every package into artifacts/packages.
# Arguments go to dotnet pack, for example --no-build after a build in Release.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf artifacts/packages
dotnet pack AuthKit.sln --configuration Release --output artifacts/packages "$@"
