#!/usr/bin/env bash
# The packed folder -> an archive for a user without root:  portable.sh DIST WORK
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
dist="$(cd "$1" && pwd)" work="$(cd "$2" && pwd)"
version="$("$dist/autochrome/autochrome" --version | cut -d' ' -f2)"
flavour="${AUTOCHROME_FLAVOUR:-cpu}"
name="autochrome-$version-linux-$(uname -m)"
[ "$flavour" = cpu ] || name="$name-$flavour"
rm -rf "${work:?}/portable"
top="$work/portable/$name"
mkdir -p "$top"
bash "$here/layout.sh" "$dist/autochrome" "$work/build/icons" "$top" "$version"
cp "$here/install.sh" "$here/uninstall.sh" "$top/"
cp "$here/../../../LICENSE" "$top/"
chmod -R u=rwX,go=rX "$top"
# one date, one order, no owner: two builds of one commit give one archive
tar -C "$work/portable" --sort=name --mtime="@${SOURCE_DATE_EPOCH:-0}" --owner=0 --group=0 \
  --numeric-owner -cf - "$name" | xz -6 -T2 >"$dist/$name.tar.xz"
