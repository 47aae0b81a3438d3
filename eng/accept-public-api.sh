#!/usr/bin/env bash
# Writes the public API as it stands into tests/AuthKit.Architecture.Tests/PublicApi, to be reviewed and committed.
set -euo pipefail
cd "$(dirname "$0")/.."

AUTHKIT_ACCEPT_PUBLIC_API=1 dotnet test tests/AuthKit.Architecture.Tests --configuration Release --filter Name~public_API
