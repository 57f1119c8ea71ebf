#!/bin/sh
# Prints the folder of initdb and postgres of this machine, or fetches them once
# from Debian into the cache, without root and without touching the machine's
# own packages: no server is started by an installation, and none is left.
#
# Usage: fetch-postgres.sh
set -eu

me=fetch-postgres
. "$(dirname "$0")/../../../packages/monerod-client/scripts/debian-packages.sh"

# The newest of Debian's, which are not on PATH.
newest() {
  find "$1/usr/lib/postgresql" -path '*/bin/initdb' 2>/dev/null |
    sort -V | tail -n 1 | xargs -r dirname
}

if [ -z "${MONERO_PORTAL_FETCH_POSTGRES:-}" ]; then
  own=$(newest '')
  [ -n "$own" ] || own=$(command -v initdb | xargs -r dirname)
  if [ -n "$own" ]; then
    echo "$own"
    exit 0
  fi
fi

# What is fetched fits the libraries of this machine, and brings only those that it lacks.
. /etc/os-release
suite=${VERSION_CODENAME:-}
[ "${ID:-}" = debian ] && [ -n "$suite" ] ||
  fail 'fetches from Debian on Debian only: install PostgreSQL, or set POSTGRES_BIN to the folder of its initdb'
folder=${XDG_CACHE_HOME:-$HOME/.cache}/monero-portal/postgres/$suite
root=$folder/root
hold "$folder"

if [ ! -e "$folder/complete" ]; then
  unpack "$folder" "$suite" postgresql lacks 'install PostgreSQL yourself'
  rm -rf "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/locale \
    "$root"/usr/lib/postgresql/*/lib/bitcode
  : >"$folder/complete"
fi

programs=$(newest "$root")
[ -n "$programs" ] || fail "found no initdb in $root"
echo "$programs"
