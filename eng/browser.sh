#!/usr/bin/env bash
# Installs what drives the pages of the samples in a real browser: Debian's Chromium, and playwright-core from npm.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-debian.sh chromium
if ! command -v npm >/dev/null; then
    eng/install-debian.sh nodejs npm
fi
if command -v npm >/dev/null; then
    npm install --prefix tests/AuthKit.QuickStart.Tests/Browser --no-package-lock --no-audit --no-fund --silent ||
        echo "playwright-core could not be installed"
fi
