#!/bin/sh
# Prints the folder of initdb and postgres of this machine, or fetches them once
# from Debian into the cache, without root and without touching the machine's
# own packages: no server is started by an installation, and none is left.
#
# Usage: fetch-postgres.sh
set -eu

fail() {
  echo "fetch-postgres: $1" >&2
  exit 1
}

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
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Several test runs may want it at the same time.
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9

if [ ! -e "$folder/complete" ]; then
  command -v apt-get >/dev/null || fail 'needs apt-get: install PostgreSQL yourself'
  [ -r "$keyring" ] || fail "needs $keyring: install debian-archive-keyring"
  mirror=${MONERO_PORTAL_DEBIAN_MIRROR:-$(
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
      grep -m 1 -E '/debian/?$' || true
  )}
  [ -n "$mirror" ] || fail 'no Debian mirror known: set MONERO_PORTAL_DEBIAN_MIRROR=http://HOST/debian'

  apt=$folder/apt
  rm -rf "$apt" "$root"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$root"
  echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/sources.list"
  # As the machine knows its packages, but PostgreSQL's own are to be fetched.
  awk -v RS= -v ORS='\n\n' '!/^Package: postgresql/' /var/lib/dpkg/status >"$apt/status"

  own_apt() {
    timeout 600 apt-get -qq \
      -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- \
      -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" \
      -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1 \
      -o Acquire::Languages=none -o Acquire::Retries=3 "$@" >&2
  }
  own_apt update
  own_apt install -y --no-install-recommends --download-only postgresql
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb --extract "$package" "$root"
  done
  rm -rf "$apt" "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/locale \
    "$root"/usr/lib/postgresql/*/lib/bitcode
  : >"$folder/complete"
fi

programs=$(newest "$root")
[ -n "$programs" ] || fail "found no initdb in $root"
echo "$programs"
