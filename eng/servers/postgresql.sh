#!/usr/bin/env bash
# PostgreSQL from Debian; shared.sh has the commands.
here=$(dirname "$0")
. "$here/shared.sh"
name=PostgreSQL stop_signal=INT

programs() { find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1; }
installed() { [ -x "$(programs)/initdb" ]; }
install() { "$here/../install-debian.sh" postgresql; }

# PostgreSQL refuses to run as root.
as_owner() { (cd "$folder" && if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi); }

start() {
    local bin quick="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    bin=$(programs)
    [ -z "$durable" ] || quick=
    [ "$(id -u)" != 0 ] || chown -R postgres: "$folder"
    [ -d "$folder/data" ] || as_owner "$bin/initdb" -D "$folder/data" -U authkit --pwfile="$folder/password" \
        -A scram-sha-256 -E UTF8 --locale=C.UTF-8 -N >"$folder/init.log" 2>&1 || told "$folder/init.log"
    as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.err" start -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories=$folder -c external_pid_file=$folder/pid -c max_connections=400 $quick" \
        </dev/null >/dev/null 2>&1 || told "$folder/server.err"
}

connection() { echo "Host=127.0.0.1;Port=$port;Username=authkit;Password=$password;Database=postgres"; }

main "$@"
