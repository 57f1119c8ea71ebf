#!/bin/sh
# Prints the path of a monerod that runs on this machine, fetched once from
# Debian without touching the machine's own packages: monerod and every library
# it needs are unpacked into the cache, beside a small script that starts it.
#
# Usage: fetch-monerod.sh [SUITE [PROGRAM]]
#   SUITE     trixie (default): 0.18.4, bookworm: 0.18.0
#   PROGRAM   monerod (default), or another of the same package, such as
#             monero-wallet-rpc
set -eu

suite=${1:-trixie}
name=${2:-monerod}
case $suite in
*[!a-z]* | '')
  echo "fetch-monerod: \"$suite\" is not a Debian suite such as trixie" >&2
  exit 2
  ;;
esac

case $name in
*[!a-z-]* | '')
  echo "fetch-monerod: \"$name\" is not a program such as monero-wallet-rpc" >&2
  exit 2
  ;;
esac

folder=${XDG_CACHE_HOME:-$HOME/.cache}/monero-portal/monerod/$suite
program=$folder/$name
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
  echo "fetch-monerod: $1" >&2
  exit 1
}

# Several test runs may want it at the same time.
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9

if [ -x "$program" ]; then
  echo "$program"
  exit 0
fi

root=$folder/root
complete=$folder/complete

# Caches of before have no such mark; there monerod came last.
if [ ! -e "$complete" ] && [ ! -x "$folder/monerod" ]; then
  command -v apt-get >/dev/null || fail 'needs apt-get: install monerod yourself and set MONEROD_BIN'
  [ -r "$keyring" ] || fail "needs $keyring: install debian-archive-keyring"
  mirror=${MONERO_PORTAL_DEBIAN_MIRROR:-$(
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
      grep -m 1 -E '/debian/?$' || true
  )}
  [ -n "$mirror" ] || fail 'no Debian mirror known: set MONERO_PORTAL_DEBIAN_MIRROR=http://HOST/debian'

  apt=$folder/apt
  rm -rf "$apt" "$root"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$root"
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
  own_apt install -y --no-install-recommends --download-only monero

  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb --extract "$package" "$root"
  done
  rm -rf "$apt"
  : >"$complete"
fi
[ -x "$root/usr/bin/$name" ] || fail "the package has no program $name"

# In /lib or /usr/lib, by suite.
loader=$(find "$root" -type f -name 'ld-linux-*.so.*' | head -n 1)
[ -n "$loader" ] || fail "found no dynamic loader in $root"
libraries=$(find "$root/lib" "$root/usr/lib" -maxdepth 1 -type d -name '*-linux-gnu*' 2>/dev/null | paste -s -d :)
cat >"$program.new" <<SCRIPT
#!/bin/sh
exec '$loader' --library-path '$libraries' '$root/usr/bin/$name' "\$@"
SCRIPT
chmod +x "$program.new"
"$program.new" --version >&2 || fail 'what was fetched does not run on this machine'
mv "$program.new" "$program"
echo "$program"
