#!/bin/sh
# On a Mac with macOS 14 or newer and Python 3.11 or newer: build Roundtable.app, sign it if there is
# an identity, and make dist/Roundtable-VERSION.dmg. It has not been run on a Mac yet.
# From the environment, all optional:
#   IDENTITY        the name of the signing identity; else the first "Developer ID Application"
#   NOTARY_PROFILE  a profile of notarytool in the keychain; with it Apple is asked to notarise
set -eu

cd "$(dirname "$0")/../.."
say() { printf '%s\n' "$*"; }
give_up() {
    say "$*" >&2
    exit 1
}

[ "$(uname)" = Darwin ] || give_up "This builds the macOS bundle and needs a Mac."
[ "$(sw_vers -productVersion | cut -d. -f1)" -ge 14 ] || give_up "PySide6 needs macOS 14 or newer."

sh installer/release/environment.sh
python() { PYTHONPATH=build/package/tools:. build/package/env/bin/python "$@"; }
version=$(python -c 'from desktop_app.version import __version__; print(__version__)')

if [ -z "${IDENTITY:-}" ]; then
    IDENTITY=$(security find-identity -v -p codesigning |
        sed -n 's/.*"\(Developer ID Application: .*\)"/\1/p' | head -n 1)
fi
export IDENTITY

QT_QPA_PLATFORM=offscreen python -m installer.macos.icons build/macos/icons
python -m PyInstaller --noconfirm --log-level=WARN --distpath=build/macos/dist \
    --workpath=build/macos/work installer/macos/roundtable.spec
app=build/macos/dist/Roundtable.app
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/roundtable" --version
python -m installer.release.write_licences "$app/Contents/Resources/licences"

if [ -n "$IDENTITY" ]; then
    say "Signing as $IDENTITY"
    codesign --force --deep --options runtime --timestamp --sign "$IDENTITY" \
        --entitlements installer/macos/entitlements.plist "$app"
    codesign --verify --deep --strict "$app"
else
    say "There is no signing identity: macOS will ask whoever opens it for the first time."
    codesign --force --deep --sign - "$app" # Apple silicon runs nothing that has no signature at all
fi

image=dist/Roundtable-$version.dmg
stage=build/macos/image
rm -rf "$stage"
mkdir -p "$stage" dist
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -ov -volname "Roundtable $version" -srcfolder "$stage" -format ULFO "$image"
if [ -n "$IDENTITY" ]; then codesign --timestamp --sign "$IDENTITY" "$image"; fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit --keychain-profile "$NOTARY_PROFILE" --wait "$image"
    xcrun stapler staple "$image"
fi
say "$image"
