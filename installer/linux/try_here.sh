#!/bin/sh
# Install the Debian package in dist on this very machine, use it as an ordinary user, and purge it:
# what CI does, where no bare root is to be had. Needs root or sudo that asks nothing, and Xvfb.
set -eu

cd "$(dirname "$0")/../.."
as_root=
[ "$(id -u)" = 0 ] || as_root='sudo -n'
trial=$(mktemp -d)
trap '$as_root rm -rf "$trial"' EXIT
cp dist/roundtable_*.deb installer/linux/drive.sh installer/linux/files/ballots.csv "$trial/"
mkdir "$trial/person"
chmod 755 "$trial"
$as_root chown -R nobody "$trial/person"

# shellcheck disable=SC2086 # nothing, or two words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$trial"/roundtable_*.deb </dev/null >/dev/null
$as_root env -i HOME="$trial/person" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    setpriv --reuid=nobody --regid=nogroup --clear-groups \
    sh "$trial/drive.sh" roundtable "$trial/ballots.csv" "$trial/person/papers" </dev/null
dpkg -V roundtable
$as_root env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq roundtable </dev/null >/dev/null
[ ! -e /usr/lib/roundtable ] && [ ! -e /usr/bin/roundtable ]
[ -f "$trial/person/.local/share/Roundtable/roundtable.db" ]
printf '%s\n' "installed, used as an ordinary user, and purged; the library stayed"
