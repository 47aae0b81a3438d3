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
[[ ${#missing[@]} -gt 0 ]] || exit 0

if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "not installed, for want of root or apt-get: ${missing[*]}"
    exit 0
fi

install() {
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if { install || { apt-get update --quiet && install; }; } >"$log" 2>&1 </dev/null; then
    echo "installed: ${missing[*]}"
else
    tail -n 3 "$log"
    echo "could not be installed: ${missing[*]}"
fi
