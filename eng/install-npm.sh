#!/usr/bin/env bash
# Installs what a folder's package.json names, and npm itself where it is missing. What cannot be installed is said, and
# what needs it is skipped.
set -euo pipefail
folder=$1

if ! command -v npm >/dev/null; then
    "$(dirname "$0")/install-debian.sh" nodejs npm
fi
if command -v npm >/dev/null; then
    npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --silent ||
        echo "could not be installed: the packages of $folder"
fi
