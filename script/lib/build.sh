# shellcheck shell=bash
# What is made from the sources: node modules, the program, the front end. Each does nothing when nothing changed.

node_setup() {
  [[ ! -L $ROOT/node_modules ]] || return 0 # lent by another checkout, which looks after it
  ! cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/.installed" || return 0
  say "Node modules"
  (cd "$ROOT" && npm ci --no-audit --no-fund >&2)
  cp "$ROOT/package-lock.json" "$ROOT/node_modules/.installed"
}

program_build() { # PRESET TARGET…
  local log=$ROOT/build/$1.log
  mkdir -p "$ROOT/build"
  cd "$ROOT" || exit
  [[ -e build/$1/build.ninja ]] || cmake --preset "$1" >"$log" || { cat "$log" >&2; die "cmake --preset $1 failed"; }
  say "Program ($1): ${*:2}"
  cmake --build --preset "$1" -j "$(nproc)" --target "${@:2}" >&2
}

web_build() {
  local stamp=$ROOT/build/web-built
  if [[ -e $stamp && -d $ROOT/web/dist ]] &&
     [[ -z $(cd "$ROOT" && find web docs package-lock.json -path web/dist -prune -o -newer "$stamp" -print -quit) ]]; then return; fi
  say "Front end"
  (cd "$ROOT" && npm run --silent build >&2)
  mkdir -p "$ROOT/build"
  touch "$stamp"
}
