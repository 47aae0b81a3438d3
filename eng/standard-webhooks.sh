#!/usr/bin/env bash
# Installs the library of Standard Webhooks from npm, which messages are verified by.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-npm.sh tests/AuthKit.Contracts.Tests/Webhooks
