#!/usr/bin/env bash
# Installs what drives the pages of the samples in a real browser: Debian's Chromium, and playwright-core from npm.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-debian.sh chromium
eng/install-npm.sh tests/AuthKit.QuickStart.Tests/Browser
