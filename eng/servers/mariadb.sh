#!/usr/bin/env bash
# MariaDB from Debian, without its service; shared.sh has the commands.
here=$(dirname "$0")
. "$here/shared.sh"
name=MariaDB stop_signal=TERM

installed() { command -v mariadbd mariadb-install-db >/dev/null; }
install() { "$here/../install-debian.sh" mariadb-server-core mariadb-client-core; }

start() {
    [ -d "$folder/data" ] || mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" \
        --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$folder/init.log" 2>&1 || told "$folder/init.log"
    cat >"$folder/users.sql" <<SQL
CREATE USER IF NOT EXISTS 'authkit'@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO 'authkit'@'127.0.0.1' WITH GRANT OPTION;
ALTER USER 'root'@'localhost' IDENTIFIED BY '$password';
SQL
    : >"$folder/server.err"
    mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --bind-address=127.0.0.1 --port="$port" \
        --socket="$folder/socket" --pid-file="$folder/pid" --log-error="$folder/server.err" --init-file="$folder/users.sql" \
        --skip-name-resolve --max-connections=1000 --innodb-flush-log-at-trx-commit="$([ -z "$durable" ] && echo 0 || echo 1)" \
        </dev/null >/dev/null 2>&1 &
    started=$!
    await_log 'ready for connections'
}

connection() { echo "Server=127.0.0.1;Port=$port;User ID=authkit;Password=$password"; }

main "$@"
