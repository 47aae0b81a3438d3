#!/usr/bin/env bash
# Installs the clients of others that the authorization server is tried with: npm's, playwright-core among them, and
# Debian's Authlib.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-debian.sh python3-authlib python3-requests
eng/install-npm.sh tests/AuthKit.OAuth.Tests
