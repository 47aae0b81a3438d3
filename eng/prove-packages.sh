#!/usr/bin/env bash
# Proves what eng/pack.sh has packed, as a user would: outside the repository, each package that a host can choose is
# referenced with no more than it cannot do without, so that none leans on what another brings. The hosts are built as one
# solution and started; an account registers, signs in, refreshes and signs out over HTTP. One host is published trimmed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
packages=$root/artifacts/packages

packed=("$packages"/AuthKit.Core.*.nupkg)
if [[ ! -f ${packed[0]} ]]; then
    echo "usage: eng/pack.sh && eng/prove-packages.sh" >&2
    exit 2
fi
version=$(basename "${packed[0]#*/AuthKit.Core.}" .nupkg)

work=$(mktemp -d)
cache=
declare -A running=() address=()
finish() {
    local host
    for host in "${!running[@]}"; do
        if kill "${running[$host]}" 2>/dev/null; then
            wait "${running[$host]}" || true
        fi
    done
    # What had to be downloaded stays with the machine.
    if [[ -d $cache ]]; then
        find "$work/cache" -mindepth 1 -maxdepth 1 -type d ! -iname 'authkit*' -exec mv -n -t "$cache" {} +
    fi
    rm -rf "$work"
}
trap finish EXIT

# The machine's package cache may lend everything but AuthKit, of which it could hold an older build of this version.
lend_cache() {
    local global
    global=$(dotnet nuget locals global-packages --list)
    mkdir "$work/cache"
    if [[ -d ${global#*: } ]]; then
        cache=${global#*: }
        find "$cache" -mindepth 1 -maxdepth 1 -type d ! -iname 'authkit*' -exec ln -s -t "$work/cache" {} +
    fi
    export NUGET_PACKAGES=$work/cache
}

# The folder of packages comes on top of the sources that the machine has.
create_solution() {
    cat >nuget.config <<XML
<configuration>
  <packageSources>
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
XML
    echo '<Solution>' >Hosts.slnx
}

# project NAME SDK PACKAGE...: a project of these packages, each of AuthKit's version unless it is NAME/VERSION. Its one
# source file is read from the standard input.
project() {
    local name=$1 sdk=$2 package number
    shift 2
    mkdir "$name"
    {
        echo "<Project Sdk=\"$sdk\">"
        echo '  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>'
        echo '  <ItemGroup>'
        for package in "$@"; do
            number=$version
            if [[ $package == */* ]]; then
                number=${package#*/}
            fi
            echo "    <PackageReference Include=\"${package%/*}\" Version=\"$number\" />"
        done
        echo '  </ItemGroup>'
        echo '</Project>'
    } >"$name/$name.csproj"
    cat >"$name/Program.cs"
    echo "  <Project Path=\"$name/$name.csproj\" />" >>Hosts.slnx
}

# host NAME PACKAGE...: a web host, whose Program.cs calls UseDatabase and what else the lines on the standard input say.
host() {
    local name=$1
    shift
    {
        echo 'var builder = WebApplication.CreateBuilder(args);'
        cat
        echo 'app.MapAuthKit();'
        echo 'app.Run();'
    } | project "$name" Microsoft.NET.Sdk.Web "$@"
}

# engine NAME PACKAGE USE CONNECTION-STRING: a host with an engine.
engine() {
    host "$1" AuthKit.AspNetCore "$2" <<CS
builder.Services.AddAuthKit().$3("$4");
var app = builder.Build();
CS
}

# The version of a package of others, as the repository builds with it.
version_of() { sed -n "s/.*Include=\"$1\" Version=\"\([^\"]*\)\".*/\1/p" "$root/Directory.Packages.props"; }

create_hosts() {
    local nowhere='Server=127.0.0.1;Port=1;Database=app;User ID=app;Password=app;Connection Timeout=1'
    engine EverythingHost AuthKit UseSqlite 'Data Source=app.db'
    engine SqliteHost AuthKit.Sqlite UseSqlite 'Data Source=app.db'
    engine PostgreSqlHost AuthKit.PostgreSql UsePostgreSql 'Host=127.0.0.1;Port=1;Database=app;Username=app;Timeout=1'
    engine MySqlHost AuthKit.MySql UseMySql "$nowhere"
    engine SqlServerHost AuthKit.SqlServer UseSqlServer 'Server=127.0.0.1,1;Database=app;User ID=app;Password=app;Encrypt=false;Connect Timeout=1'
    engine MongoDbHost AuthKit.MongoDb UseMongoDb 'mongodb://127.0.0.1:1/app?serverSelectionTimeoutMS=1000'
    host MailKitHost AuthKit.AspNetCore AuthKit.Sqlite AuthKit.MailKit <<'CS'
builder.Services.AddAuthKit(options => options.Issuer = "https://app.example").UseSqlite("Data Source=app.db").UseMailKit(smtp => smtp.Host = "127.0.0.1");
var app = builder.Build();
CS
    host TwoFactorHost AuthKit.TwoFactor AuthKit.Sqlite <<'CS'
builder.Services.AddAuthKit(options => options.Issuer = "https://app.example").AddTwoFactor().UseSqlite("Data Source=app.db");
var app = builder.Build();
CS
    # Its command is run, in place of the host.
    host ImportHost AuthKit.Import AuthKit.AspNetCore AuthKit.Sqlite <<'CS'
builder.Services.AddAuthKit().AddAccountImport().UseSqlite("Data Source=app.db");
var app = builder.Build();
if (await app.RunAuthKitCommandAsync(args) is { } exitCode)
{
    Environment.ExitCode = exitCode;
    return;
}
CS
    # No package beside it but an engine: it has to bring the edge and ASP.NET Core's generator itself.
    host OpenApiHost AuthKit.OpenApi AuthKit.Sqlite <<'CS'
builder.Services.AddAuthKit().UseSqlite("Data Source=app.db");
builder.Services.AddOpenApi(options => options.AddAuthKit());
var app = builder.Build();
app.MapOpenApi();
CS
    host EntityFrameworkHost AuthKit.AspNetCore AuthKit.EntityFrameworkCore "Microsoft.EntityFrameworkCore.Sqlite/$(version_of Microsoft.EntityFrameworkCore.Sqlite)" <<'CS'
builder.Services.AddDbContext<AppDbContext>(options => Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions.UseSqlite(options, "Data Source=app.db"));
builder.Services.AddAuthKit().UseEntityFramework<AppDbContext>();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
    scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.EnsureCreated();
CS
    cat >EntityFrameworkHost/AppDbContext.cs <<'CS'
using Microsoft.EntityFrameworkCore;

internal sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseAuthKit(Database);
}
CS
    project ConformanceTests Microsoft.NET.Sdk AuthKit.Conformance <<'CS'
using AuthKit.Conformance;

public sealed class UsersConformance<TEngine> : UserStoreKit<TEngine> where TEngine : TestEngine, new();
CS
}

build() {
    echo '</Solution>' >>Hosts.slnx
    dotnet build Hosts.slnx --configuration Release --verbosity quiet -nologo -consoleLoggerParameters:NoSummary
}

# What nothing asks for is taken away: a host that registers or writes by types that only reflection knows does not survive it.
publish_trimmed() {
    mkdir TrimmedHost
    cp SqliteHost/Program.cs TrimmedHost
    cp SqliteHost/SqliteHost.csproj TrimmedHost/TrimmedHost.csproj
    dotnet publish TrimmedHost --configuration Release --use-current-runtime --self-contained -p:PublishTrimmed=true \
        -p:SuppressTrimAnalysisWarnings=true --output TrimmedHost/out --verbosity quiet -nologo
}

# start NAME COMMAND...: starts a host on a free port of the loopback, in a folder of its own.
start() {
    local name=$1
    shift
    (cd "$name" && HOME=$PWD exec "$@" --urls http://127.0.0.1:0 >host.log 2>&1 </dev/null) &
    running[$name]=$!
}

# Sets the address of a host that was started.
await() {
    for _ in {1..300}; do
        address[$1]=$(sed -n 's/.*Now listening on: \(http.*\)/\1/p' "$1/host.log" 2>/dev/null || true)
        if [[ -n ${address[$1]} ]]; then
            return 0
        elif ! kill -0 "${running[$1]}" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    echo "the host $1 does not start:"
    cat "$1/host.log"
    return 1
}

# call HOST STATUS PATH JSON PATTERN [BEARER]: posts, or gets where there is no JSON; checks status and body, and sets $body.
call() {
    local reply status
    reply=$(curl --silent --show-error --max-time 30 --write-out '\n%{http_code}' --header 'Content-Type: application/json' \
        ${6:+--header "Authorization: Bearer $6"} ${4:+--data "$4"} "${address[$1]}$3")
    status=${reply##*$'\n'}
    body=${reply%$'\n'*}
    if [[ $status != "$2" || ! $body =~ $5 ]]; then
        echo "  $3 -> $status $body"
        echo "  expected: $2 and a body like $5"
        cat "$1/host.log"
        return 1
    fi
}

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$body"; }

# An account's life.
tell_story() {
    local access refresh password='correct horse battery staple'
    local tokens='"token_type":"Bearer".*"access_token":"[^"]+".*"refresh_token":"[^"]+"'
    call "$1" 200 /api/v1/register '{"name":"Ada","email":"ada@example.com","password":"'"$password"'"}' "$tokens"
    call "$1" 401 /api/v1/login '{"email":"ada@example.com","password":"wrong '"$password"'"}' 'These credentials do not match our records.'
    call "$1" 200 /api/v1/login '{"email":"ada@example.com","password":"'"$password"'"}' "$tokens"
    refresh=$(field refresh_token)
    call "$1" 200 /api/v1/token/refresh '{"refresh_token":"'"$refresh"'"}' "$tokens"
    access=$(field access_token)
    refresh=$(field refresh_token)
    call "$1" 200 /api/v1/logout '{}' 'Logout success.' "$access"
    call "$1" 401 /api/v1/token/refresh '{"refresh_token":"'"$refresh"'"}' '"code":401'
    call "$1" 200 /.well-known/jwks.json '' '"kty":"EC"'
    echo "  $1: an account registers, signs in, refreshes and signs out"
}

# Somebody comes from elsewhere, with a hash by bcrypt, before the host is started.
tell_import() {
    printf 'id,name,email,password\n1,Bea,bea@example.com,$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2\n' >"$1/users.csv"
    if ! (cd "$1" && HOME=$PWD dotnet "bin/Release/net10.0/$1.dll" authkit import --from laravel --file users.csv) | grep -qx '1 read: 1 taken in, 0 already there, 0 refused.'; then
        echo "the host $1 does not import"
        return 1
    fi
    echo "  $1: an account is imported"
}

# No server is there, which the driver has to be loaded to find out.
tell_outage() {
    call "$1" 503 /api/v1/login '{"email":"ada@example.com","password":"correct horse battery staple"}' '"code":503'
    echo "  $1: the driver looks for its server"
}

echo "AuthKit $version, each package alone:"
lend_cache
cd "$work"
create_solution
create_hosts
build
echo "  ConformanceTests: those of a store compile"
tell_import ImportHost
hosts=(EverythingHost SqliteHost MailKitHost ImportHost OpenApiHost EntityFrameworkHost)
engines=(PostgreSqlHost MySqlHost SqlServerHost MongoDbHost)
for name in "${hosts[@]}" "${engines[@]}"; do
    start "$name" dotnet "bin/Release/net10.0/$name.dll"
done
publish_trimmed
for name in "${hosts[@]}"; do
    await "$name"
    tell_story "$name"
done
call ImportHost 200 /api/v1/login '{"email":"bea@example.com","password":"correct horse battery staple"}' '"access_token":"[^"]+"'
call OpenApiHost 200 /openapi/v1.json '' '"/api/v1/login"'
for name in "${engines[@]}"; do
    await "$name"
    tell_outage "$name"
done
start TrimmedHost out/TrimmedHost
await TrimmedHost
tell_story TrimmedHost
