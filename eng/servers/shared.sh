# shellcheck shell=bash
# Sourced by the scripts beside it, each of which says how one server is installed and started. They all take
#
#   install                 puts the programs on this machine, where they are not there yet
#   start FOLDER [durable]  starts a server on loopback that keeps everything in FOLDER; again: the same data, port and
#                           password. Without "durable" it is quick, and a crash may cost what was committed last
#   stop FOLDER             shuts it down
#   kill FOLDER             ends it without warning (SIGKILL)
#   freeze FOLDER           lets it take connections and answer nothing (SIGSTOP), until
#   thaw FOLDER             it goes on (SIGCONT)
#
# FOLDER/connection then has the connection string.
set -euo pipefail
umask 077

installed_or_fail() { installed || { echo "$name is not installed here." >&2; exit 1; }; }

free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

# What stays the same from one start of a folder to the next.
settle() {
    [ -f "$folder/port" ] || free_port >"$folder/port"
    [ -f "$folder/password" ] || head -c 24 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' >"$folder/password"
    port=$(<"$folder/port") password=$(<"$folder/password")
}

# One that has ended is still there until its parent asks; PostgreSQL's next start takes it for another server.
running() { [ -e "/proc/$1" ]; }

alive() { [ -s "$folder/pid" ] && running "$(head -1 "$folder/pid")"; }

# Sends a signal to the server and waits until it is gone. Its workers go with it: PostgreSQL's are processes.
end() {
    alive || return 0
    local pid workers=() waited=0
    pid=$(head -1 "$folder/pid")
    [ "$1" != KILL ] || read -ra workers <"/proc/$pid/task/$pid/children" || true
    kill -"$1" "$pid" "${workers[@]}" 2>/dev/null || true
    while running "$pid"; do
        [ $((waited += 1)) -lt 600 ] || { echo "$name does not stop." >&2; exit 1; }
        sleep .05
    done
}

# The server first, so that it makes no worker that is left out.
signal() {
    local pid workers=()
    pid=$(head -1 "$folder/pid")
    kill -"$1" "$pid"
    read -ra workers <"/proc/$pid/task/$pid/children" || true
    [ ${#workers[@]} = 0 ] || kill -"$1" "${workers[@]}" 2>/dev/null || true
}

# Says what a log has to say of a server that does not start.
told() {
    echo "$name does not start:" >&2
    tail -20 "$1" >&2
    exit 1
}

# A signal is sent before all threads of all processes have had it.
await_stopped() {
    local pid workers=()
    pid=$(head -1 "$folder/pid")
    read -ra workers <"/proc/$pid/task/$pid/children" || true
    for pid in "$pid" "${workers[@]}"; do
        while grep -hsq '^State:[[:space:]][^TZ]' "/proc/$pid/task/"*/status; do sleep .01; done
    done
}

# Waits for a line in the log of a server that was just started.
await_log() {
    local waited=0
    until grep -qs "$1" "$folder/server.err"; do
        [ $((waited += 1)) -le 600 ] && running "$started" || told "$folder/server.err"
        sleep .1
    done
}

main() {
    local command=${1:-}
    folder=${2:-} durable=${3:-}
    case $command in
        install)
            installed || install
            installed_or_fail ;;
        start)
            installed_or_fail
            mkdir -p "$folder"
            settle
            # Servers of one kind take each other's temporary files away where they share a folder for them.
            mkdir -p "$folder/tmp"
            alive || TMPDIR=$folder/tmp start
            connection >"$folder/connection" ;;
        stop) end "$stop_signal" ;;
        kill) end KILL ;;
        freeze) signal STOP && await_stopped ;;
        thaw) signal CONT ;;
        *) echo "usage: $0 install | start FOLDER [durable] | stop FOLDER | kill FOLDER | freeze FOLDER | thaw FOLDER" >&2; exit 2 ;;
    esac
}
