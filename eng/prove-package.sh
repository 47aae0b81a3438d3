#!/usr/bin/env bash
# Proves what eng/pack.sh has packed, as a user would: a new web project outside the repository references the packages
# named, is started, and an account registers, signs in, refreshes and signs out over HTTP.
#   eng/prove-package.sh AuthKit
#   eng/prove-package.sh AuthKit.AspNetCore AuthKit.Sqlite
set -euo pipefail
packages=$(cd "$(dirname "$0")/.." && pwd)/artifacts/packages

packed=("$packages"/AuthKit.Core.*.nupkg)
if [[ $# -eq 0 || ! -f ${packed[0]} ]]; then
    echo "usage: eng/pack.sh && eng/prove-package.sh PACKAGE..." >&2
    exit 2
fi
version=$(basename "${packed[0]#*/AuthKit.Core.}" .nupkg)

work=$(mktemp -d)
host=
finish() {
    if [[ -n $host ]] && kill "$host" 2>/dev/null; then
        wait "$host" || true
    fi
    rm -rf "$work"
}
trap finish EXIT

# The machine's package cache may lend everything but AuthKit, of which it could hold an older build of this version.
lend_cache() {
    local cache
    cache=$(dotnet nuget locals global-packages --list)
    cache=${cache#*: }
    mkdir "$work/cache"
    if [[ -d $cache ]]; then
        find "$cache" -mindepth 1 -maxdepth 1 -type d ! -iname 'authkit*' -exec ln -s -t "$work/cache" {} +
    fi
    export NUGET_PACKAGES=$work/cache
}

# A new web project; the folder of packages comes on top of the sources that the machine has.
create() {
    local package
    mkdir "$work/host"
    cd "$work/host"
    cat >nuget.config <<XML
<configuration>
  <packageSources>
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
XML
    {
        echo '<Project Sdk="Microsoft.NET.Sdk.Web">'
        echo '  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>'
        echo '  <ItemGroup>'
        for package in "$@"; do
            echo "    <PackageReference Include=\"$package\" Version=\"$version\" />"
        done
        echo '  </ItemGroup>'
        echo '</Project>'
    } >Host.csproj
    cat >Program.cs <<'CS'
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthKit().UseSqlite("Data Source=app.db");
var app = builder.Build();
app.MapAuthKit();
app.Run();
CS
}

build() {
    if ! dotnet build --configuration Release --output out --verbosity quiet -nologo >build.log; then
        cat build.log
        return 1
    fi
}

# Starts the host on a free port of the loopback and sets $address.
start() {
    : >host.log
    HOME=$work dotnet out/Host.dll --urls http://127.0.0.1:0 >host.log 2>&1 </dev/null &
    host=$!
    for _ in {1..300}; do
        address=$(sed -n 's/.*Now listening on: \(http.*\)/\1/p' host.log)
        if [[ -n $address ]]; then
            return 0
        elif ! kill -0 "$host" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    echo "the host does not start:"
    cat host.log
    return 1
}

# call STATUS PATH JSON PATTERN [BEARER]: posts, checks status and body, and sets $body.
call() {
    local reply status
    reply=$(curl --silent --show-error --max-time 20 --write-out '\n%{http_code}' --header 'Content-Type: application/json' \
        ${5:+--header "Authorization: Bearer $5"} --data "$3" "$address/api/v1/$2")
    status=${reply##*$'\n'}
    body=${reply%$'\n'*}
    echo "  POST /api/v1/$2 -> $status $(sed -E 's/(_token":"[^"]{8})[^"]*/\1.../g' <<<"$body")"
    if [[ $status != "$1" || ! $body =~ $4 ]]; then
        echo "  expected: $1 and a body like $4"
        return 1
    fi
}

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$body"; }

tell_story() {
    local access refresh password='correct horse battery staple'
    local tokens='"token_type":"Bearer".*"access_token":"[^"]+".*"refresh_token":"[^"]+"'
    call 200 register '{"name":"Ada","email":"ada@example.com","password":"'"$password"'"}' "$tokens"
    call 401 login '{"email":"ada@example.com","password":"wrong '"$password"'"}' 'These credentials do not match our records.'
    call 200 login '{"email":"ada@example.com","password":"'"$password"'"}' "$tokens"
    refresh=$(field refresh_token)
    call 200 token/refresh '{"refresh_token":"'"$refresh"'"}' "$tokens"
    access=$(field access_token)
    refresh=$(field refresh_token)
    call 200 logout '{}' 'Logout success.' "$access"
    call 401 token/refresh '{"refresh_token":"'"$refresh"'"}' '"code":401'
}

echo "A host on $* $version:"
lend_cache
create "$@"
build
start
tell_story
