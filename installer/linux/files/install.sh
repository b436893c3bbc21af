#!/bin/sh
# Install Roundtable for the person alone, below ~/.local, or remove it: install.sh [--uninstall]
# The new one is put together beside the old one and takes its place at the end, so that the old one
# works until then and again when anything fails. The library of workshops is never touched.
set -eu

local=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/opt/roundtable
starter=$HOME/.local/bin/roundtable
new=$place.new
old=$place.old

say() { printf '%s\n' "$*"; }
give_up() {
    printf '%s\n' "$*" >&2
    exit 1
}

refuse_while_open() { # its programs are those that run from the installed folder
    for process in /proc/[0-9]*; do
        program=$(readlink "$process/exe" 2>/dev/null) || continue
        case $program in
        "$place/program/"*) give_up "Roundtable is open. Close it, then run this again." ;;
        esac
    done
}

refuse_over_newer() { # $1: the version to install
    [ -f "$place/program/version" ] || return 0
    there=$(cat "$place/program/version")
    newest=$(printf '%s\n%s\n' "$there" "$1" | sort -V | tail -n 1)
    [ "$newest" = "$1" ] || give_up "Roundtable $there is installed, which is newer than $1. Remove it first if you want the older one: sh $place/install.sh --uninstall"
}

shared_files() { # what lies below share in the archive, or did when it was installed
    (cd "$1/share" && find . -type f | sed 's|^\./||')
}

refresh_desktop() { # each tool may be missing; the desktop then notices by itself, later
    update-desktop-database "$local/applications" 2>/dev/null || true
    update-mime-database "$local/mime" 2>/dev/null || true
    gtk-update-icon-cache -q -t "$local/icons/hicolor" 2>/dev/null || true
}

put_back() {
    rm -rf "$new"
    if [ -d "$old" ] && [ ! -d "$place" ]; then mv "$old" "$place"; fi
}

install_it() {
    cd "$(dirname "$0")"
    [ -d program ] && [ -d share ] || give_up "Unpack the whole archive first, then run its install.sh."
    [ "$(pwd -P)" != "$(cd "$place" 2>/dev/null && pwd -P)" ] || give_up "This one is installed already. Unpack the archive of another one and run its install.sh."
    refuse_while_open
    refuse_over_newer "$(cat program/version)"
    rm -rf "$new"
    trap put_back EXIT
    trap 'exit 1' HUP INT TERM
    mkdir -p "$(dirname "$place")" "$(dirname "$starter")" "$local" &&
        cp -R . "$new" ||
        give_up "Roundtable could not be copied to $place; the message above says why. Nothing was changed."
    "$new/program/roundtable" --version >/dev/null ||
        give_up "Roundtable does not start on this system; the message above says why. Nothing was changed."
    replace
    say "Roundtable $(cat "$place/program/version") is installed. Start it from the menu, or as $starter."
}

replace() {
    if [ -d "$place" ]; then
        remove_shared "$place"
        rm -rf "$old"
        mv "$place" "$old"
    fi
    mv "$new" "$place"
    rm -rf "$old"
    shared_files "$place" | while read -r file; do
        mkdir -p "$local/$(dirname "$file")"
        cp "$place/share/$file" "$local/$file"
    done
    name_starter
    refresh_desktop
}

name_starter() { # ~/.local/bin may not be on the path of the desktop
    ln -sf "$place/program/roundtable" "$starter"
    quoted=$(printf '%s' "$starter" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|]/\\&/g')
    sed "s|^Exec=roundtable|Exec=\"$quoted\"|" "$place/share/applications/roundtable.desktop" \
        >"$local/applications/roundtable.desktop"
}

remove_shared() {
    shared_files "$1" | while read -r file; do rm -f "$local/$file"; done
}

uninstall() {
    [ -d "$place" ] || give_up "Roundtable is not installed in $place."
    refuse_while_open
    remove_shared "$place"
    rm -f "$starter"
    rm -rf "$place"
    refresh_desktop
    say "Roundtable is removed. Your workshops stay in $local/Roundtable."
}

case ${1:-} in
'') install_it ;;
--uninstall) uninstall ;;
*) give_up "Call it as install.sh or install.sh --uninstall." ;;
esac
