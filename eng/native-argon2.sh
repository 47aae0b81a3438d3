#!/usr/bin/env bash
# Installs libargon2 and libsodium, which the tests and benchmarks of Argon2id compare with.
set -euo pipefail
exec "$(dirname "$0")/install-debian.sh" libargon2-1 libsodium23
