#!/usr/bin/env bash
# Real databases for the tests, on loopback, in a temporary folder, with a password of their own:
#
#   eng/servers.sh start        installs what is missing (from Debian; MySQL without touching the system) and starts all
#   eval "$(eng/servers.sh env)"  names those that run in AUTHKIT_TEST_PGSQL, AUTHKIT_TEST_MARIADB, AUTHKIT_TEST_MYSQL
#   eng/servers.sh stop         shuts them down and removes the folder
#
# A server that cannot be had is told of, and its tests are ignored, unless AUTHKIT_REQUIRED_STORES names it.
set -euo pipefail
cd "$(dirname "$0")/.."

engines=(postgresql mariadb mysql)
declare -A variables=([postgresql]=AUTHKIT_TEST_PGSQL [mariadb]=AUTHKIT_TEST_MARIADB [mysql]=AUTHKIT_TEST_MYSQL)
state=artifacts/servers

folder() { [ -f $state ] && [ -d "$(<$state)" ] && cat $state; }

start_one() {
    eng/servers/"$1".sh install && eng/servers/"$1".sh start "$folder/$1" && return
    echo "$1 is not there: what needs it will be ignored." >&2
}

start() {
    mkdir -p artifacts
    if ! folder=$(folder); then
        folder=$(mktemp -d "${TMPDIR:-/tmp}/authkit-servers-XXXXXX")
        # PostgreSQL runs as a user of its own and has to come through here.
        chmod 711 "$folder"
        echo "$folder" >$state
    fi
    # Two packages cannot be installed at once; everything else can.
    eng/servers/postgresql.sh install || true
    eng/servers/mariadb.sh install || true
    for engine in "${engines[@]}"; do start_one "$engine" & done
    wait
}

env() {
    folder=$(folder) || return 0
    echo "export AUTHKIT_SERVERS='$PWD/eng/servers'"
    for engine in "${engines[@]}"; do
        [ ! -f "$folder/$engine/connection" ] || echo "export ${variables[$engine]}='$(<"$folder/$engine/connection")'"
    done
}

stop() {
    folder=$(folder) || return 0
    for engine in "${engines[@]}"; do eng/servers/"$engine".sh stop "$folder/$engine" & done
    wait
    rm -rf "$folder" $state
}

case ${1:-} in
    start | env | stop) "$1" ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
