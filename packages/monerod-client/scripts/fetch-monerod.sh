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

me=fetch-monerod
. "$(dirname "$0")/debian-packages.sh"

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
hold "$folder"
if [ -x "$program" ]; then
  echo "$program"
  exit 0
fi

root=$folder/root
complete=$folder/complete

# Caches of before have no such mark; there monerod came last.
if [ ! -e "$complete" ] && [ ! -x "$folder/monerod" ]; then
  unpack "$folder" "$suite" monero everything 'install monerod yourself and set MONEROD_BIN'
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
