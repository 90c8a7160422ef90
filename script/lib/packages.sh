# shellcheck shell=bash
# Debian packages: what script/packages.txt asks for and this machine has not.

packages_of() { # GROUP…
  awk -v groups=" $* " '/^# \[/ { match($0, /\[[a-z]+\]/); on = index(groups, " " substr($0, RSTART + 1, RLENGTH - 2) " ") }
                        on && /^[^#]/' "$ROOT/script/packages.txt"
}

# Another source of node (18 or later, npm with it) is as good as Debian's.
node_suffices() {
  command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null
}

packages_missing() { # GROUP…
  local wanted
  wanted=$(packages_of "$@")
  node_suffices && wanted=$(grep -vxE 'nodejs|npm' <<<"$wanted")
  # shellcheck disable=SC2016,SC2086  # the format is dpkg-query's own, which fails when a package is unknown; the list is words
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } | sed -n 's/^installed //p' |
    sort -u | comm -13 - <(sort -u <<<"$wanted")
}

packages_setup() { # GROUP…
  local missing
  missing=$(packages_missing "$@")
  [[ -n $missing ]] || return 0
  command -v apt-get >/dev/null || die "Debian packages are missing, and this is no Debian: ${missing//$'\n'/ }"
  say "Debian packages: ${missing//$'\n'/ }"
  # Debian would make and start a cluster of its own beside ours, on a TCP port, for nothing.
  if grep -q '^postgresql-15$' <<<"$missing"; then
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    as_root tee /etc/postgresql-common/createcluster.d/coopol.conf >/dev/null <<<'create_main_cluster = false'
  fi
  as_root apt-get -q update >&2
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install $missing >&2
}
