#!/usr/bin/env bash
# `make lock`: pins, with hashes and for all systems, what the packed program is made of
# (package-*.txt, from package.in) and what development installs (dev.txt, from pyproject.toml).
# What is pinned already stays as it is while it fits; `--upgrade` takes the newest of everything.
# Needs uv (UV names another). No index's address goes into the files.
set -euo pipefail
cd "$(dirname "$0")"
lock() { # FILE HEADER INPUT...
  local file="$1" header="$2"
  shift 2
  "${UV:-uv}" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-annotate --no-header --output-file "$file" "${upgrade[@]}" "$@"
  sed -i.old "1i\\
# Locked by requirements/lock.sh from $header." "$file"
  rm "$file.old"
}
upgrade=("$@")
for flavour in cpu cuda; do
  package=onnxruntime
  [ "$flavour" = cuda ] && package=onnxruntime-gpu
  { cat package.in; echo "$package>=1.20"; } |
    lock "package-$flavour.txt" "package.in, for flavour $flavour" -
done
lock dev.txt "pyproject.toml with the extras dev, train and docs" ../pyproject.toml \
  --extra dev --extra train --extra docs --constraint constraints.txt
