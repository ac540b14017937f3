# shellcheck shell=bash
# Sourced by the scripts beside it: the repository's root and a few words.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export ROOT=$PWD
export PATH="$ROOT/node_modules/.bin:$PATH"

say() { printf '%s\n' "$@"; }
die() {
  printf '%s\n' "$*" >&2
  exit 1
}
