#!/bin/sh
# A whole I2P network in one pod: routers that know each other, three of them
# floodfills, for tests on a cluster that reaches no real one. It has a network
# number of its own, so no other router talks to it.
#
# POD_IP: address that other pods reach this one at.
# Writes, for whoever joins: $DATA/seed.zip, the routers to begin with, and
# $DATA/i2pd.conf, the lines of a configuration.
set -eu

DATA=${DATA:-/data}
ROUTERS="0 1 2 3 4 5"
FLOODFILLS="0 1 2"

# What every router of the network has, in the form that stands before the
# sections of a configuration. $1: an archive of routers to begin with, or
# nothing. Tunnels are short: with six routers there is nothing to hide, and
# tests wait less.
common() {
  cat <<END
ipv4 = true
ipv6 = false
nat = false
netid = 77
reservedrange = false
ntcp2.enabled = true
ntcp2.published = true
ssu2.enabled = true
ssu2.published = true
reseed.verify = false
reseed.urls =
reseed.yggurls =
reseed.threshold = 0
reseed.zipfile = $1
exploratory.inbound.length = 1
exploratory.outbound.length = 1
exploratory.inbound.quantity = 2
exploratory.outbound.quantity = 2
END
}

start() {
  folder=$DATA/router-$1
  mkdir -p -m 700 "$folder"
  floodfill=false
  case " $FLOODFILLS " in *" $1 "*) floodfill=true ;; esac
  last=false
  [ "$1" = 5 ] && last=true
  {
    common "$2"
    # The last one is a client too, for tests: SOCKS, and a console for probes.
    cat <<END
host = $POD_IP
address4 = $POD_IP
port = $((17010 + $1))
floodfill = $floodfill
bandwidth = X
socksproxy.enabled = $last
socksproxy.address = 0.0.0.0
socksproxy.port = 4447
socksproxy.inbound.length = 1
socksproxy.outbound.length = 1
socksproxy.inbound.quantity = 2
socksproxy.outbound.quantity = 2
http.enabled = $last
http.address = 0.0.0.0
http.port = 7070
http.strictheaders = false
httpproxy.enabled = false
sam.enabled = false
i2cp.enabled = false
bob.enabled = false
upnp.enabled = false
nettime.enabled = false
persist.profiles = false
persist.addressbook = false
END
  } >"$folder/i2pd.conf"
  : >"$folder/tunnels.conf"
  i2pd --datadir="$folder" --conf="$folder/i2pd.conf" \
    --tunconf="$folder/tunnels.conf" --log=file --logfile="$folder/log" \
    --loglevel=info &
}

# A number as little-endian bytes: number, count.
little_endian() {
  value=$1
  for _ in $(seq "$2"); do
    printf "\\$(printf %03o $((value % 256)))"
    value=$((value / 256))
  done
}

# What i2pd calls a router by: its identity's hash in base64 of I2P's alphabet.
# The identity is 387 bytes and a certificate whose length stands in bytes 385-386.
router_name() {
  extra=$(od -An -tu1 -j385 -N2 "$1" | { read -r high low; echo $((high * 256 + low)); })
  head -c $((387 + extra)) "$1" | sha256sum | cut -d' ' -f1 | tr a-f A-F |
    basenc -d --base16 | basenc --base64 | tr '+/' '-~'
}

# One stored file of a zip archive. i2pd checks no sum of stored files.
zip_entry() {
  name=routerInfo-$(router_name "$1").dat
  size=$(stat -c %s "$1")
  printf 'PK\003\004\012\000\000\000\000\000\000\000\000\000'
  little_endian 0 4
  little_endian "$size" 4
  little_endian "$size" 4
  little_endian ${#name} 2
  little_endian 0 2
  printf %s "$name"
  cat "$1"
}

# Routers tell of themselves once they run; whom they begin with they must be
# told. So they start twice.
pids=
for i in $ROUTERS; do
  start "$i" ""
  pids="$pids $!"
done
for i in $ROUTERS; do
  until [ -s "$DATA/router-$i/router.info" ]; do sleep 0.2; done
done
# shellcheck disable=SC2086 # one argument each
kill $pids
wait
{
  for i in $ROUTERS; do zip_entry "$DATA/router-$i/router.info"; done
  printf 'PK\001\002'
} >"$DATA/seed.zip"
for i in $ROUTERS; do start "$i" "$DATA/seed.zip"; done
common /etc/private-i2p/seed.zip >"$DATA/i2pd.conf.new"
mv "$DATA/i2pd.conf.new" "$DATA/i2pd.conf"
wait
