#!/usr/bin/env bash
# Fuzzes for as long as one likes (docs/fuzzing.md):
#
#   eng/fuzz.sh requests [COUNT] [SEED] [FIRST]    mutated requests over raw sockets, on each engine that is there
#   eng/fuzz.sh TARGET [SECONDS]                   a reader of untrusted bytes, guided by coverage (AFL++ and SharpFuzz)
#
# What AFL++ finds lies in artifacts/fuzz/TARGET/default/crashes and hangs; the exit code is 1 where there is any.
set -euo pipefail
cd "$(dirname "$0")/.."

sharpfuzz_version=2.3.0
what=${1:?"requests, or a target: $(ls tests/AuthKit.Fuzzing/Seeds | tr '\n' ' ')"}

if [[ $what == requests ]]; then
    export AUTHKIT_FUZZ_REQUESTS=${2:-1000000} AUTHKIT_FUZZ_SEED=${3:-$RANDOM} AUTHKIT_FUZZ_FIRST=${4:-0}
    exec dotnet test tests/AuthKit.Fuzzing.Tests --configuration Release --filter FullyQualifiedName~CampaignTests --logger "console;verbosity=detailed"
fi

seconds=${2:-300}
seeds=$PWD/tests/AuthKit.Fuzzing/Seeds/$what
[[ -d $seeds ]] || { echo "no target: $what"; exit 2; }
artifacts=$PWD/artifacts/fuzz
published=$artifacts/published
tool=$artifacts/tool

eng/install-debian.sh afl++
[[ -x $tool/sharpfuzz ]] || dotnet tool install SharpFuzz.CommandLine --version "$sharpfuzz_version" --tool-path "$tool"

# What is instrumented once cannot be again, so that it is published anew where a source has changed.
if [[ ! -e $published/instrumented || -n $(find src tests/AuthKit.Fuzzing -name '*.cs' -newer "$published/instrumented" -print -quit) ]]; then
    rm -rf "$published"
    dotnet publish tests/AuthKit.Fuzzing --configuration Release --output "$published" --verbosity quiet
    for assembly in "$published"/AuthKit.*.dll "$published"/{Microsoft.IdentityModel.JsonWebTokens,Npgsql,MySqlConnector}.dll; do
        [[ $assembly == */AuthKit.Fuzzing.dll ]] || "$tool/sharpfuzz" "$assembly"
    done
    touch "$published/instrumented"
fi

rm -rf "${artifacts:?}/$what"
# .NET reserves more memory than it uses, and nobody needs core dumps.
AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 \
    timeout "$((seconds + 60))" afl-fuzz -V "$seconds" -i "$seeds" -o "$artifacts/$what" -t 10000 -m none -- dotnet "$published/AuthKit.Fuzzing.dll" "$what" >"$artifacts/$what.log" 2>&1 || true
grep -E '^(execs_done|execs_per_sec|corpus_count|saved_crashes|saved_hangs|bitmap_cvg)' "$artifacts/$what/default/fuzzer_stats"
! ls "$artifacts/$what"/default/{crashes,hangs}/id* 2>/dev/null
