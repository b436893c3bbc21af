#!/bin/sh
# Build all that is given to people, from a clean checkout, into dist: the Linux packages, the
# installer for Windows, their licences, the bill of materials (CycloneDX) and SHA-256 sums; look at
# the Linux package with lintian and the other checkers. Slow: it compresses as small as it can.
set -eu

cd "$(dirname "$0")/../.."
rm -rf dist
mkdir dist
sh installer/linux/build.sh folder deb tar
sh installer/linux/check_deb.sh dist/*.deb
make setup-exe
cp build/windows/*etup*.exe dist/
mkdir dist/licences
cp -R build/linux/roundtable/licences dist/licences/linux
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' desktop_app/version.py)
cp -R "build/windows/Roundtable-$version/app/licences" dist/licences/windows

# SOURCE_DATE_EPOCH and --output-reproducible: the same packages give the same bill.
SOURCE_DATE_EPOCH=$(date --utc --date "$(sed -n 's/^RELEASED = "\(.*\)"/\1/p' desktop_app/version.py)" +%s)
export SOURCE_DATE_EPOCH
build/package/release/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
    --output-file dist/roundtable-linux.cdx.json build/package/env/bin/python
cat requirements/windows.txt requirements/windows-python.txt |
    build/package/release/bin/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml \
        --output-file dist/roundtable-windows.cdx.json -
build/package/release/bin/python -m installer.release.bill dist/*.cdx.json
(cd dist && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)
printf '%s\n' "All is in dist:"
ls -l dist
