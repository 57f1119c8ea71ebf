#!/bin/sh
# Prints the folder of a prometheus and a promtool that run on this machine,
# fetched once from Debian into the cache, without root and without touching
# the machine's own packages.
#
# Usage: fetch-prometheus.sh
set -eu

folder=${XDG_CACHE_HOME:-$HOME/.cache}/monero-portal/prometheus
programs=$folder/root/usr/bin
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
# Prometheus 2.42, a Go program: of libraries it needs the C library alone.
suite=bookworm

fail() {
  echo "fetch-prometheus: $1" >&2
  exit 1
}

# Several test runs may want it at the same time.
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9

if [ -e "$folder/complete" ]; then
  echo "$programs"
  exit 0
fi

command -v apt-get >/dev/null || fail 'needs apt-get: install prometheus yourself and set PROMETHEUS_BIN to its folder'
[ -r "$keyring" ] || fail "needs $keyring: install debian-archive-keyring"
mirror=${MONERO_PORTAL_DEBIAN_MIRROR:-$(
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
    grep -m 1 -E '/debian/?$' || true
)}
[ -n "$mirror" ] || fail 'no Debian mirror known: set MONERO_PORTAL_DEBIAN_MIRROR=http://HOST/debian'

apt=$folder/apt
rm -rf "$apt" "$folder/root"
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
: >"$apt/status"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/sources.list"

own_apt() {
  timeout 600 apt-get -qq \
    -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" \
    -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root \
    -o Acquire::Languages=none -o Acquire::Retries=3 "$@" >&2
}
own_apt update
(cd "$apt" && own_apt download prometheus)
dpkg-deb --extract "$apt"/prometheus_*.deb "$folder/root"
rm -rf "$apt" "$folder/root/usr/share"
"$programs/promtool" --version >&2 || fail 'what was fetched does not run on this machine'
: >"$folder/complete"
echo "$programs"
