#!/usr/bin/env bash
# Oracle's MySQL from Debian's unstable branch, with all that it needs, unpacked beside the system: nothing is installed.
# shared.sh has the commands.
. "$(dirname "$0")/shared.sh"
name=MySQL stop_signal=TERM

cache=${XDG_CACHE_HOME:-$HOME/.cache}/authkit/mysql
root=$cache/root

installed() { [ -f "$cache/complete" ]; }

install() {
    command -v apt-get dpkg-deb >/dev/null || { echo "$name is fetched with apt, which is not here." >&2; exit 1; }
    local apt=$cache/apt uri package
    mkdir -p "$cache"
    # For all checkouts of this account, one of which installs.
    exec 9>"$cache/lock"
    flock 9
    ! installed || return 0
    mkdir -p "$root" "$apt/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status"
    uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep /debian | grep -v security | head -1)
    printf 'Types: deb\nURIs: %s\nSuites: sid\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$uri" >"$apt/sid.sources"
    local options=(-o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::SourceList="$apt/sid.sources" -o Dir::State::Lists="$apt/lists"
        -o Dir::Cache="$apt/cache" -o Dir::State::Status="$apt/status" -o APT::Sandbox::User="$(id -un)"
        -o APT::Install-Recommends=false -o Acquire::Check-Valid-Until=false -o Debug::NoLocking=true)
    apt-get "${options[@]}" update -qq
    apt-get "${options[@]}" install -y --download-only mysql-server-core >"$cache/log" 2>&1
    for package in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$package" "$root"; done
    rm -r "$apt"
    touch "$cache/complete"
}

# Through the C library that was unpacked with it, for the system's own is older.
mysqld() {
    local libraries
    libraries=$(dirname "$root"/usr/lib/*/ld-linux*.so.*)
    exec "$libraries"/ld-linux*.so.* --library-path "$libraries" "$root/usr/sbin/mysqld" --no-defaults --user="$(id -un)" \
        --basedir="$root/usr" --datadir="$folder/data" --lc-messages-dir="$root/usr/share/mysql" \
        --character-sets-dir="$root/usr/share/mysql/charsets" --plugin-dir="$root/usr/lib/mysql/plugin" \
        --secure-file-priv=NULL --log-error="$folder/server.err" "$@" </dev/null >/dev/null 2>&1
}

start() {
    : >"$folder/server.err"
    [ -d "$folder/data/mysql" ] || (mysqld --initialize-insecure) || told "$folder/server.err"
    cat >"$folder/users.sql" <<SQL
CREATE USER IF NOT EXISTS 'authkit'@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO 'authkit'@'127.0.0.1' WITH GRANT OPTION;
ALTER USER 'root'@'localhost' IDENTIFIED BY '$password';
SQL
    : >"$folder/server.err"
    mysqld --bind-address=127.0.0.1 --port="$port" --mysqlx=OFF --socket="$folder/socket" --pid-file="$folder/pid" \
        --init-file="$folder/users.sql" --skip-name-resolve --skip-log-bin --max-connections=1000 \
        --innodb-flush-log-at-trx-commit="$([ -z "$durable" ] && echo 0 || echo 1)" &
    started=$!
    await_log 'ready for connections'
}

connection() { echo "Server=127.0.0.1;Port=$port;User ID=authkit;Password=$password"; }

main "$@"
