#!/usr/bin/env bash
# Lays the packed folder out below a prefix as Linux wants it, for the .deb and for a user's own
# installation:  layout.sh FOLDER ICONS PREFIX VERSION
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="$1" icons="$2" prefix="$3" version="$4"
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share/applications" "$prefix/share/metainfo" \
  "$prefix/share/man/man1" "$prefix/share/icons/hicolor/scalable/apps"
cp -R "$folder" "$prefix/lib/autochrome"
ln -s ../lib/autochrome/autochrome "$prefix/bin/autochrome"
ln -s ../lib/autochrome/Autochrome "$prefix/bin/autochrome-desktop"
cp "$here/autochrome.desktop" "$prefix/share/applications/"
# entries of file managers: Dolphin and Nemo, Nautilus by its package for Python, and as a script of
# a user's own folder, which counts where PREFIX is ~/.local
managers="$here/file_managers"
install -D -m 755 "$managers/autochrome-colorize.desktop" \
  "$prefix/share/kio/servicemenus/autochrome-colorize.desktop"
install -D -m 644 "$managers/autochrome.nemo_action" "$prefix/share/nemo/actions/autochrome.nemo_action"
install -D -m 644 "$managers/autochrome_nautilus.py" \
  "$prefix/share/nautilus-python/extensions/autochrome_nautilus.py"
install -D -m 755 "$managers/Colorize" "$prefix/share/nautilus/scripts/Colorize"
day="$(date -u -d "@${SOURCE_DATE_EPOCH:-0}" +%Y-%m-%d)"
sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$here/io.github.autochrome.Autochrome.metainfo.xml" \
  >"$prefix/share/metainfo/io.github.autochrome.Autochrome.metainfo.xml"
cp "$folder/_internal/resources/icons/autochrome.svg" "$prefix/share/icons/hicolor/scalable/apps/"
for size in 16 24 32 48 64 128 256 512; do
  mkdir -p "$prefix/share/icons/hicolor/${size}x$size/apps"
  cp "$icons/autochrome-$size.png" "$prefix/share/icons/hicolor/${size}x$size/apps/autochrome.png"
done
for page in autochrome autochrome-desktop; do
  sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$here/$page.1" |
    gzip -9n >"$prefix/share/man/man1/$page.1.gz"
done
