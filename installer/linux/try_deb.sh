#!/bin/sh
# Try the Debian package as a new machine has it: in bare roots made by debootstrap, install it with
# apt, use it as an ordinary user, upgrade it from an older one with a library in use, and purge it.
# The .tar.xz is installed, used, upgraded and removed in the same root by a user without root.
# Needs root and debootstrap. Usage: installer/linux/try_deb.sh [SUITE ...]   default: bookworm trixie
# From the environment, all optional:
#   MIRROR  where debootstrap takes the suites from
#   COPY    files and folders of this machine that apt needs there to reach its packages
#   ROOTS   a folder to keep bare roots in, for the next time
set -eu

cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- bookworm trixie
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' desktop_app/version.py)
older=0.0.1
package=roundtable_${version}_$(dpkg --print-architecture).deb
archive=roundtable-$version-linux-x86_64
work=$(mktemp -d)
root=

clean_up() {
    for place in /dev /proc; do [ -z "$root" ] || umount "$root$place" 2>/dev/null || true; done
    if grep -q " $work" /proc/mounts; then
        printf '%s\n' "Something is still mounted in $work, which was therefore left there." >&2
    else
        rm -rf "$work"
    fi
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

wrong() {
    printf '%s\n' "try-deb: $*" >&2
    exit 1
}

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@" </dev/null; }
as_user() { inside su facilitator -c "$1"; }
apt() {
    inside DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends "$@" >"$work/apt" 2>&1 || {
        tail -n 20 "$work/apt" >&2
        wrong "apt-get $* failed"
    }
}

make_root() { # SUITE
    kept=${ROOTS:+$ROOTS/$1.tar}
    root=$work/$1
    mkdir "$root"
    if [ -n "$kept" ] && [ -f "$kept" ]; then
        tar -xf "$kept" -C "$root"
    else
        debootstrap --variant=minbase "$1" "$root" ${MIRROR:+"$MIRROR"} >"$work/log" 2>&1 || {
            tail -n 20 "$work/log" >&2
            exit 1
        }
        [ -z "$kept" ] || { mkdir -p "$ROOTS" && tar -cf "$kept" -C "$root" .; }
    fi
    mount --bind /proc "$root/proc"
    mount --bind /dev "$root/dev"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    for file in ${COPY:-}; do
        mkdir -p "$root$(dirname "$file")"
        cp -aL "$file" "$root$(dirname "$file")/"
    done
    inside useradd --create-home facilitator
    home=$root$(inside sh -c "printf %s ~facilitator")
    apt update
}

bring() { # what is tried, and the library of an older version as a person has it
    mkdir "$root/trial"
    cp "dist/$package" "$work/older/roundtable_${older}_"*.deb "dist/$archive.tar.xz" "$root/trial/"
    cp "$work/older/roundtable-$older-linux-x86_64.tar.xz" "$root/trial/"
    cp installer/linux/drive.sh installer/linux/files/ballots.csv "$work/old.db" "$root/trial/"
}

keeps_older_library() { # a library of an older version is brought up to date, and everything in it stays
    as_user "roundtable list --data-dir ~/older" | grep -q . || wrong "the older library lists nothing"
    as_user "roundtable check --data-dir ~/older" >/dev/null || wrong "the older library is not sound"
}

try_package() {
    before=$(inside dpkg-query -W | wc -l)
    apt install "/trial/roundtable_${older}_$(dpkg --print-architecture).deb"
    printf '%s\n' "$(($(inside dpkg-query -W | wc -l) - before)) packages came along"
    as_user "roundtable import /trial/ballots.csv" >"$work/id"
    as_user "mkdir ~/older && cp /trial/old.db ~/older/roundtable.db"
    before_upgrade=$(as_user "roundtable list; md5sum ~/.local/share/Roundtable/roundtable.db")
    apt install "/trial/$package"
    after_upgrade=$(as_user "roundtable list; md5sum ~/.local/share/Roundtable/roundtable.db")
    [ "$before_upgrade" = "$after_upgrade" ] || wrong "the upgrade changed the library"
    [ "$(inside dpkg-query -W -f '${Version}' roundtable)" = "$version" ] || wrong "not upgraded"
    keeps_older_library
    apt install xvfb xauth x11-utils shared-mime-info
    as_user "sh /trial/drive.sh roundtable /trial/ballots.csv ~/papers"
    grep -q "application/x-roundtable+json:\*.roundtable" "$root/usr/share/mime/globs2" ||
        wrong "the file type is not known"
    inside dpkg -V roundtable || wrong "files of the package have changed in use"
    inside dpkg -L roundtable >"$work/files"
    apt purge roundtable
    nothing_left
}

nothing_left() {
    while read -r path; do
        case $path in *roundtable*) [ ! -e "$root$path" ] || wrong "purge left $path" ;; esac
    done <"$work/files"
    left=$(find "$root/usr" "$root/etc" "$root/opt" "$root/var/lib/dpkg" -iname '*roundtable*')
    [ -z "$left" ] || wrong "purge left $left"
    [ -f "$home/.local/share/Roundtable/roundtable.db" ] || wrong "the library is gone"
}

try_archive() { # without root; its libraries are those that a desktop has
    apt install xz-utils libegl1 libgl1 libwayland-client0 libwayland-cursor0 xkb-data fontconfig-config
    for each in "$older" "$version"; do
        as_user "cd && tar -xf /trial/roundtable-$each-linux-x86_64.tar.xz && sh roundtable-$each-linux-x86_64/install.sh"
    done
    if as_user "cd && sh roundtable-$older-linux-x86_64/install.sh" 2>/dev/null; then
        wrong "an older one was installed over a newer one"
    fi
    as_user "~/.local/bin/roundtable list" | grep -q "$(cat "$work/id")" || wrong "the library is gone"
    as_user "sh /trial/drive.sh ~/.local/bin/roundtable /trial/ballots.csv ~/papers2"
    as_user "sh ~/.local/opt/roundtable/install.sh --uninstall"
    left=$(find "$home/.local" -iname '*roundtable*' -not -path '*/share/Roundtable*' -not -path '*/state/*')
    [ -z "$left" ] || wrong "uninstalling left $left"
    [ -f "$home/.local/share/Roundtable/roundtable.db" ] || wrong "the library is gone"
}

make_older() { # the same program by an older number, and a library as an earlier version left it
    for kind in deb tar; do
        QT_QPA_PLATFORM=offscreen PYTHONPATH=. build/package/env/bin/python -m "installer.linux.make_$kind" \
            --quick --as-version "$older" --to "$work/older" >/dev/null
    done
    .venv/bin/python -c 'import pathlib, sqlite3, sys
sqlite3.connect(sys.argv[2]).executescript(pathlib.Path(sys.argv[1]).read_text("utf-8"))' \
        tests/data/libraries/0005.sql "$work/old.db"
}

make_older
for suite in "$@"; do
    printf '%s\n' "== $suite"
    make_root "$suite"
    bring
    try_package
    try_archive
    umount "$root/dev" "$root/proc"
    rm -rf "$root"
    root=
    printf '%s\n' "== $suite: installed, used, upgraded, purged"
done
