#!/usr/bin/env bash
# Installs what lints the OpenAPI document: Redocly's command line from npm.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install-npm.sh tests/AuthKit.Contracts.Tests/ApiDescription
