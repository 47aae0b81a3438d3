#!/usr/bin/env bash
# Installs the Debian packages that are named and missing. Without root or without a network it says what is missing and
# goes on: what needs it is skipped or fails by itself, with its own reason.
set -euo pipefail

missing=()
for package in "$@"; do
    if [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
        missing+=("$package")
    fi
done
if [[ ${#missing[@]} -eq 0 ]]; then
    exit 0
fi
if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "not installed, for want of root or apt-get: ${missing[*]}"
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT

apt() {
    apt-get --yes --quiet -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=120 "$@" >"$log" 2>&1 </dev/null
}

# All at once where all can be had; a first attempt without news of the mirrors spares fetching them.
if apt install --no-install-recommends "${missing[@]}" ||
    { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
    echo "installed: ${missing[*]}"
    exit 0
fi
for package in "${missing[@]}"; do
    if apt install --no-install-recommends "$package"; then
        echo "installed: $package"
    else
        echo "could not be installed: $package"
        tail -n 1 "$log"
    fi
done
