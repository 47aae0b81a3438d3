#!/usr/bin/env bash
# Installs what drives pages in a real browser: Debian's Chromium, and from npm playwright-core, axe-core and @simplewebauthn/browser.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-debian.sh chromium
eng/install-npm.sh tests/AuthKit.QuickStart.Tests/Browser
eng/install-npm.sh tests/AuthKit.Contracts.Tests/InBrowsers
