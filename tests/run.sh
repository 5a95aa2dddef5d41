#!/usr/bin/env bash
# All tests, those in a real browser where Chromium is or root can install it. `make test` calls it, with PYTHON set.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}

find_chromium() {
  if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM"
  else
    command -v chromium || command -v chromium-browser || command -v google-chrome
  fi
}

install_chromium() {
  [ -z "${CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
  echo "Installing Chromium for the tests (once)..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq > /dev/null && apt-get install -y -qq --no-install-recommends chromium fonts-wqy-microhei > /dev/null
}

if ! find_chromium > /dev/null; then
  install_chromium || true
fi
if found=$(find_chromium); then
  CHROMIUM=$found exec "$python" -m pytest -n 2 "$@"
fi
if [ "${CI:-}" = true ]; then
  echo "No Chromium here and it could not be installed: CI runs every test." >&2
  exit 1
fi
TWOTRACK_NO_BROWSER=1 exec "$python" -m pytest -n 2 -m "not browser" "$@"
