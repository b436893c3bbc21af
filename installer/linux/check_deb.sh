#!/bin/sh
# Look at a Debian package with the checkers that Debian has: check_deb.sh PACKAGE. What lintian says
# of every frozen application is in files/lintian-overrides, each with its reason.
set -eu

package=$1
tree=$(dirname "$0")/../../build/linux/tree/usr/share
lacking=
for tool in lintian desktop-file-utils appstream man-db; do
    dpkg-query --show "$tool" >/dev/null 2>&1 || lacking="$lacking $tool"
done
if [ -n "$lacking" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root='sudo -n'
    # shellcheck disable=SC2086 # both are lists of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $lacking >/dev/null
fi
lintian --allow-root --fail-on error,warning "$package"
desktop-file-validate "$tree/applications/roundtable.desktop"
appstreamcli validate --no-net --pedantic "$tree"/metainfo/*.xml
warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$tree/man/man1/roundtable.1.gz" 2>&1 >/dev/null)
[ -z "$warnings" ] || {
    printf '%s\n' "$warnings" >&2
    exit 1
}
