#!/usr/bin/env bash
# Installs libargon2 and libsodium, which the tests and benchmarks of Argon2id compare with.
# Where they cannot be installed it says what is missing and succeeds: those tests are then ignored.
set -euo pipefail

packages=(libargon2-1 libsodium23)
missing=()
for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done

if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    install=(apt-get install --yes --quiet --no-install-recommends "${missing[@]}")
    if "${install[@]}" || { apt-get update --quiet && "${install[@]}"; }; then
        exit 0
    fi
fi

echo "native-argon2: not installed: ${missing[*]}; comparisons with them are left out." >&2
