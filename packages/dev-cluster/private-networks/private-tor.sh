#!/bin/sh
# A whole Tor network in one pod: three authorities, three relays that are exits
# too, and a client, for tests on a cluster that reaches no real one. It knows no
# other network, and no other knows it.
#
# POD_IP: address that other pods reach this one at.
# Writes $DATA/torrc: the lines that make another tor a client of this network.
set -eu

DATA=${DATA:-/data}
AUTHORITIES="0 1 2"
RELAYS="0 1 2"

# Where the authorities are relays: the ports to which a tor behind a strict
# egress policy keeps. Circuits begin there.
or_port() {
  case "$1" in 0) echo 80 ;; 1) echo 443 ;; *) echo 9001 ;; esac
}

# Every tor of the network has these. Intervals are seconds: a consensus that
# holds for hours would make each test wait for the next one.
common() {
  cat <<END
TestingTorNetwork 1
AssumeReachable 1
PathsNeededToBuildCircuits 0.67
V3AuthNIntervalsValid 2
VanguardsLiteEnabled 0
ShutdownWaitLength 0
END
}

for i in $AUTHORITIES; do
  folder=$DATA/authority-$i
  mkdir -p -m 700 "$folder" "$folder/keys"
  echo none | tor-gencert --create-identity-key --passphrase-fd 0 -m 12 \
    -i "$folder/keys/authority_identity_key" \
    -s "$folder/keys/authority_signing_key" \
    -c "$folder/keys/authority_certificate" \
    -a "$POD_IP:$((5010 + i))" 2>"$folder/gencert.log"
  identity=$(sed -n 's/^fingerprint //p' "$folder/keys/authority_certificate")
  # The fingerprint of a key that tor makes here; the authority it asks for to be
  # one is nobody.
  nobody=FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF
  fingerprint=$(tor --ignore-missing-torrc -f none --defaults-torrc none --hush \
    --list-fingerprint --DataDirectory "$folder" --ORPort "$(or_port "$i")" \
    --Nickname "authority$i" --AssumeReachable 1 \
    --DirAuthority "x orport=1 no-v2 v3ident=$nobody 127.0.0.1:2 $nobody" |
    sed -n "s/^authority$i //p" | tr -d ' ')
  echo "DirAuthority authority$i orport=$(or_port "$i") no-v2 v3ident=$identity $POD_IP:$((5010 + i)) $fingerprint" \
    >>"$DATA/authorities"
done
{ common; cat "$DATA/authorities"; } >"$DATA/torrc.new"
mv "$DATA/torrc.new" "$DATA/torrc"

start() {
  folder=$DATA/$1
  mkdir -p -m 700 "$folder"
  {
    cat "$DATA/torrc"
    echo "DataDirectory $folder"
    cat
  } >"$folder/torrc"
  tor --defaults-torrc none -f "$folder/torrc" --Log "notice file $folder/log" \
    --quiet &
}

for i in $AUTHORITIES; do
  start "authority-$i" <<END
Nickname authority$i
Address $POD_IP
ORPort $POD_IP:$(or_port "$i")
DirPort $POD_IP:$((5010 + i))
SocksPort 0
AuthoritativeDirectory 1
V3AuthoritativeDirectory 1
ContactInfo nobody@example.com
TestingDirAuthVoteExit *
TestingDirAuthVoteHSDir *
TestingDirAuthVoteGuard *
TestingMinExitFlagThreshold 0
MinUptimeHidServDirectoryV2 0
TestingV3AuthInitialVotingInterval 20
TestingV3AuthInitialVoteDelay 4
TestingV3AuthInitialDistDelay 4
V3AuthVotingInterval 20
V3AuthVoteDelay 4
V3AuthDistDelay 4
ExitPolicy reject *:*
END
done
for i in $RELAYS; do
  start "relay-$i" <<END
Nickname relay$i
Address $POD_IP
ORPort $POD_IP:$((5020 + i))
SocksPort 0
ExitRelay 1
ExitPolicy accept *:*
END
done
start client <<END
SocksPort 0.0.0.0:9050
END
wait
