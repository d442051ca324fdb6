#!/usr/bin/env bash
# The rules for the tree's shape, as a test. Prints what breaks them.
set -uo pipefail
cd "$(dirname "$0")/.."
broken=0
complain() { echo "tidy: $*"; broken=1; }
code() { git ls-files -c -o --exclude-standard -- "$@" | while read -r file; do [ -e "$file" ] && echo "$file"; done; }

# Size. A file past 400 lines wants to be two.
while read -r lines file; do
  [ "$file" = total ] || [ "$lines" -le 400 ] || complain "$file has $lines lines; 400 at most"
done < <(code '*.cc' '*.h' '*.sh' '*.ts' '*.tsx' | grep -v '^migrations/schema.sql' | xargs -r wc -l)

# Width, in characters.
while IFS=: read -r file line _; do complain "$file:$line is wider than 100 columns"
done < <(code '*.cc' '*.h' '*.proto' | LC_ALL=C.UTF-8 xargs -r grep -nE '^.{101,}$')

# Domain files are pure: no SQL, no gRPC, no clock of their own.
for file in $(code 'services/*/*.h' 'services/*/*.cc' | grep -vE '^services/(base|server|notifications|gateway)/' |
  grep -vE '_(store|service|handlers|peers|test)\.(h|cc)$|_(store|service|handlers|peers)_[a-z_]*\.(h|cc)$'); do
  grep -nE 'base/(db|call|rpc|peers|requests)\.h|grpcpp|pqxx|system_clock::now|steady_clock::now' "$file" |
    grep -vE '^\S*//' | while read -r hit; do echo "$file:$hit"; done
done | grep . && complain "the files above are domain files, and are not pure"

# Stubs stay in one place a service.
for file in $(code 'services/*.h' 'services/*.cc' | grep -vE '_peers\.cc$|_peers\.h$|_test\.cc$|_fixture\.(h|cc)$|^services/server/resolver\.cc$'); do
  grep -q 'grpc\.pb\.h' "$file" && complain "$file includes stubs; only *_peers do"
done

# No circles: a service includes base and itself; server includes all.
for directory in services/*/; do
  name=$(basename "$directory")
  case $name in base | server) continue ;; esac
  grep -rnE "#include \"services/" "$directory" --include='*.cc' --include='*.h' | grep -v '_test\.cc:' |
    grep -vE "#include \"services/(base|$name)/" && complain "services/$name includes another service"
done
grep -rnE '#include "services/' services/base --include='*.cc' --include='*.h' | grep -v '_test\.cc:' |
  grep -v '"services/base/' && complain "services/base includes a service"
grep -rnE 'absl/' services clients/cli --include='*.cc' --include='*.h' && complain "Abseil is not for our own code"

# Every reason that code gives is in the proto.
known=$(grep -oE '^  [A-Z_]+ = ' proto/redpeak/errors/v1/reason.proto | tr -d ' =')
for reason in $(code 'services/*.cc' | grep -v _test.cc | xargs grep -hoE 'Code::k[A-Za-z]+, *"[A-Z_]+"|\.reason = "[A-Z_]+"' |
  grep -oE '"[A-Z_]+"' | tr -d '"' | sort -u); do
  grep -qx "$reason" <<< "$known" || complain "reason $reason is not in errors/v1/reason.proto"
done

# Nothing unfinished, nothing of one machine.
code '*.cc' '*.h' '*.proto' '*.sql' '*.sh' '*.ts' '*.tsx' CMakeLists.txt | grep -v '^tests/tidy.sh$' |
  xargs -r grep -nE '\b(TODO|FIXME|XXX)\b' && complain "unfinished words"
code | grep -vE '^(tests/tidy.sh|LICENSE|tests/data/)' | xargs -r grep -nIE '(^|[^a-z.A-Z_$}])/(work|home|root)/' &&
  complain "paths of one machine"

# Every folder of services, and the main ones, says what lives there.
for folder in services proto migrations tests deploy clients/cli clients/web; do
  [ -e "$folder/README.md" ] || complain "$folder has no README.md"
done

# Every package that the README's table names is installed by deploy, and the other way round is checked by use.
exit $broken
