#!/bin/sh
# Prints the folder of a prometheus and a promtool that run on this machine,
# fetched once from Debian into the cache, without root and without touching
# the machine's own packages.
#
# Usage: fetch-prometheus.sh
set -eu

me=fetch-prometheus
. "$(dirname "$0")/../../monerod-client/scripts/debian-packages.sh"

folder=${XDG_CACHE_HOME:-$HOME/.cache}/monero-portal/prometheus
programs=$folder/root/usr/bin
# Prometheus 2.42, a Go program: of libraries it needs the C library alone.
suite=bookworm

hold "$folder"
if [ -e "$folder/complete" ]; then
  echo "$programs"
  exit 0
fi

unpack "$folder" "$suite" prometheus nothing \
  'install prometheus yourself and set PROMETHEUS_BIN to its folder'
rm -rf "$folder/root/usr/share"
"$programs/promtool" --version >&2 || fail 'what was fetched does not run on this machine'
: >"$folder/complete"
echo "$programs"
