#!/usr/bin/env bash
# Measures requests of AuthKit and of ASP.NET Core Identity on a PostgreSQL that this starts for it, in a temporary folder:
#
#   eng/benchmark-requests.sh [--clients 32] [--seconds 10] [--rounds 3] [--only REQUEST] [--before ASSEMBLY]
#
# ASSEMBLY is this benchmark of another commit, published (dotnet publish -c Release -o FOLDER tests/AuthKit.Benchmarks).
set -euo pipefail
cd "$(dirname "$0")/.."

server=eng/servers/postgresql.sh
folder=$(mktemp -d "${TMPDIR:-/tmp}/authkit-benchmark-XXXXXX")
trap '$server stop "$folder"; rm -rf "$folder"' EXIT
# PostgreSQL runs as a user of its own and has to come through here.
chmod 711 "$folder"
$server install
$server start "$folder" durable
AUTHKIT_TEST_PGSQL=$(<"$folder/connection") dotnet run -c Release --project tests/AuthKit.Benchmarks -- requests "$@"
