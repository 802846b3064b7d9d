#!/usr/bin/env bash
# `make package`: a fresh environment -> one folder with two programs -> the folder's self-test
# -> what is installed. AUTOCHROME_FLAVOUR=cpu (default) or cuda. FOLDER_ONLY=1 stops after the test.
set -euo pipefail
cd "$(dirname "$0")/../.."
flavour="${AUTOCHROME_FLAVOUR:-cpu}"
export AUTOCHROME_FLAVOUR="$flavour"
# two builds of one commit are the same: times are the commit's, sets have one order
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}"
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0

# said now, not after minutes of work
if [ "$(uname -s)" = Linux ]; then
  missing=()
  for tool in cc nm readelf strip setpriv dpkg-shlibdeps dpkg-deb desktop-file-validate appstreamcli xz; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  if [ "${#missing[@]}" != 0 ]; then
    echo "make package needs ${missing[*]}. On Debian, as root:" \
      "apt-get install \$(cat resources/packaging/linux/packages.txt)" >&2
    exit 1
  fi
fi

work="${PACKAGE_WORK:-build/package-$flavour}"
dist="${PACKAGE_DIST:-dist/$flavour}"
rm -rf "$work" "$dist"
mkdir -p "$work" "$dist"
"${PYTHON:-python3}" -m venv "$work/venv"
python="$work/venv/bin/python"
[ -x "$python" ] || python="$work/venv/Scripts/python.exe"
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
  -r "requirements/package-$flavour.txt"
"$python" -m PyInstaller --noconfirm --log-level WARN --workpath "$work" --distpath "$dist" build.spec

bash resources/packaging/try_frozen.sh "$dist/autochrome"
[ -n "${FOLDER_ONLY:-}" ] && exit 0
case "$(uname -s)" in
  Linux)
    bash resources/packaging/linux/deb.sh "$dist" "$work"
    bash resources/packaging/linux/portable.sh "$dist" "$work"
    (cd "$dist" && sha256sum -- *.deb *.tar.xz >SHA256SUMS && cat SHA256SUMS)
    ;;
  *) echo "The folder is $dist/autochrome; the workflow release.yml makes the installer." ;;
esac
