# shellcheck shell=bash
# Sourced by every script here: where things are, how to speak, and what the parts under lib/ offer.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
PRESET=${COOPOL_PRESET:-release}
COOPOL=${COOPOL_BIN:-$ROOT/build/$PRESET/coopol}
export npm_config_update_notifier=false PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '→ %s\n' "$*" >&2; }
die() { printf 'coopol: %s\n' "$*" >&2; exit 1; }

# The help of a script is its own opening comment.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; exit 0; }

as_root() {
  if (( EUID == 0 )); then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "this needs root, and there is no sudo. As root, run: $*"
  fi
}

# A short name for this checkout, for what has to live outside it.
checkout_id() { printf %s "$ROOT" | sha256sum | cut -c1-8; }

# shellcheck source=lib/packages.sh
. "$ROOT/script/lib/packages.sh"
# shellcheck source=lib/cluster.sh
. "$ROOT/script/lib/cluster.sh"
# shellcheck source=lib/database.sh
. "$ROOT/script/lib/database.sh"
# shellcheck source=lib/build.sh
. "$ROOT/script/lib/build.sh"
