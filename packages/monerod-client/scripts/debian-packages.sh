# Sourced by scripts that fetch programs from Debian into the cache, once,
# without root and without touching the machine's own packages. They set `me`
# to their name.

keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
  echo "$me: $1" >&2
  exit 1
}

# hold FOLDER: makes a folder of the cache this run's alone until it ends.
# Several test runs may want it at the same time.
hold() {
  mkdir -p "$1"
  exec 9>"$1/lock"
  flock 9
}

# unpack FOLDER SUITE PACKAGE WITH INSTEAD: a package of a suite in FOLDER/root.
#   WITH      what else is unpacked: `everything` that the package needs, what
#             this machine `lacks` of it, or `nothing`
#   INSTEAD   what to do where this cannot be done
unpack() {
  apt=$1/apt root=$1/root suite=$2 package=$3 with=$4 instead=$5
  command -v apt-get >/dev/null || fail "needs apt-get: $instead"
  [ -r "$keyring" ] || fail "needs $keyring: install debian-archive-keyring"
  mirror=${MONERO_PORTAL_DEBIAN_MIRROR:-$(
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
      grep -m 1 -E '/debian/?$' || true
  )}
  [ -n "$mirror" ] || fail 'no Debian mirror known: set MONERO_PORTAL_DEBIAN_MIRROR=http://HOST/debian'

  rm -rf "$apt" "$root"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$root"
  echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/sources.list"
  case $with in
  # What the machine has of the package itself is to be fetched all the same.
  lacks) awk -v RS= -v ORS='\n\n' "!/^Package: $package/" /var/lib/dpkg/status ;;
  *) : ;;
  esac >"$apt/status"

  own_apt update
  case $with in
  nothing) (cd "$apt/cache/archives" && own_apt download "$package") ;;
  *) own_apt install -y --no-install-recommends --download-only "$package" ;;
  esac
  for file in "$apt"/cache/archives/*.deb; do
    dpkg-deb --extract "$file" "$root"
  done
  rm -rf "$apt"
}

own_apt() {
  timeout 600 apt-get -qq \
    -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" \
    -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1 \
    -o Acquire::Languages=none -o Acquire::Retries=3 "$@" >&2
}
