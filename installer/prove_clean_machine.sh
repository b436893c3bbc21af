#!/bin/sh
# Prove that a machine with only Python, git and make is enough: build a bare Debian in a folder,
# clone the last commit into it, and run make there. Needs root and debootstrap.
#
# Usage: installer/prove_clean_machine.sh [TARGET ...]     default: test run
# From the environment, all optional:
#   SUITE   Debian or Ubuntu release (bookworm)      MIRROR  where debootstrap takes it from
#   PARTS   of that mirror (main; a real Ubuntu has main,universe)
#   COPY    files and folders of this machine that apt and pip need there to reach their packages
#   BIND    folders to show there, read only, for the same reason
#   PASS    names of variables to hand on
#   KEEP    a folder to leave demo-output in
set -eu

cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- test run
suite=${SUITE:-bookworm}
root=$(mktemp -d)
chmod 755 "$root" # apt fetches as a user of its own

clean_up() {
    if [ -n "${KEEP:-}" ] && [ -d "$root/roundtable/demo-output" ]; then
        cp -a "$root/roundtable/demo-output" "$KEEP/"
    fi
    for place in ${BIND:-} /dev /proc; do umount "$root$place" 2>/dev/null || true; done
    if grep -q " $root" /proc/mounts; then
        printf '%s\n' "Something is still mounted in $root, which was therefore left there." >&2
    else
        rm -rf "$root" "$root.log"
    fi
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

debootstrap --variant=minbase --components="${PARTS:-main}" --include=python3,git,make,ca-certificates \
    "$suite" "$root" ${MIRROR:+"$MIRROR"} >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}
rm -f "$root.log"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
for file in ${COPY:-}; do
    mkdir -p "$root$(dirname "$file")"
    cp -aL "$file" "$root$(dirname "$file")/"
done
for folder in ${BIND:-}; do
    mkdir -p "$root$folder"
    mount --bind "$folder" "$root$folder"
    mount -o remount,bind,ro "$root$folder"
done
git clone --quiet --no-hardlinks . "$root/roundtable"

environment="PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=$HOME"
for name in ${PASS:-}; do
    environment="$environment $name=$(printenv "$name")"
done
for target in "$@"; do
    printf '%s\n' "== $suite: make $target"
    # shellcheck disable=SC2086 # a list of words
    chroot "$root" env -i $environment make -C /roundtable "$target" </dev/null
done
printf '%s\n' "== $suite: proved with $(chroot "$root" python3 --version)"
