# shellcheck shell=bash
# Private PostgreSQL clusters: `main` in var/postgres for script/server, others in var/<name>-postgres for tests.
# Each has a home that only the cluster's user may enter: data/, socket/, log. No TCP; who may open the socket is trusted.

PG_BIN=/usr/lib/postgresql/15/bin
SOCKET_PATH_LIMIT=107 # bytes, sockaddr_un

cluster_link() { if [[ $1 == main ]]; then echo "$ROOT/var/postgres"; else echo "$ROOT/var/$1-postgres"; fi; }
cluster_home() { readlink -f "$(cluster_link "$1")"; }

# PostgreSQL refuses to run as root: root lends the work to the cluster's owner, at first the system user `postgres`.
cluster_user() { # NAME
  local home
  home=$(cluster_link "$1")
  if (( EUID != 0 )); then id -un
  elif [[ -e $home && $(stat -Lc %U "$home") != root ]]; then stat -Lc %U "$home"
  else echo postgres
  fi
}

as_user() { # USER COMMAND…
  local user=$1
  shift
  if [[ $user == "$(id -un)" ]]; then "$@"
  else (cd / && setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups env -u HOME "$@")
  fi
}

cluster_make_home() { # NAME USER
  local link home
  link=$(cluster_link "$1") home=$link
  if [[ -L $link ]]; then home=$(readlink -m "$link")
  elif ! as_user "$2" test -x "$ROOT/var"; then # as in /root, which only root may enter
    home=/var/lib/coopol-$(checkout_id)/$1
    ln -s "$home" "$link"
  fi
  mkdir -p "$home"
  if (( EUID == 0 )); then chown "$2:" "$home"; fi
  chmod 700 "$home"
}

cluster_make() { # NAME
  local user home
  user=$(cluster_user "$1")
  cluster_make_home "$1" "$user"
  home=$(cluster_home "$1")
  [[ ! -e $home/data/PG_VERSION ]] || return 0
  say "PostgreSQL cluster in ${home#"$ROOT"/}"
  as_user "$user" rm -rf "$home/data.new"
  as_user "$user" "$PG_BIN/initdb" -D "$home/data.new" -U postgres -A trust --no-instructions -E UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=fr-FR >/dev/null
  as_user "$user" tee -a "$home/data.new/postgresql.conf" >/dev/null <<<"include 'coopol.conf'"
  as_user "$user" mv "$home/data.new" "$home/data"
}

# Beside the data; elsewhere when that path is too long for a socket, or has the comma that libpq takes for a second host.
cluster_socket() { # NAME
  local socket
  socket=$(cluster_home "$1")/socket
  if (( $(printf %s "$socket/.s.PGSQL.5432" | wc -c) > SOCKET_PATH_LIMIT )) || [[ $socket == *,* ]]; then
    socket=/tmp/coopol-$(checkout_id)-$1
  fi
  echo "$socket"
}

cluster_make_socket() { # NAME USER
  local socket
  socket=$(cluster_socket "$1")
  as_user "$2" mkdir -p -m 700 "$socket"
  [[ ! -L $socket && $(stat -c '%U %a' "$socket") == "$2 700" ]] || die "$socket is not a private directory of $2"
}

cluster_settings() { # NAME
  cat <<CONF
listen_addresses = ''
port = 5432
unix_socket_directories = '$(cluster_socket "$1" | sed "s/'/''/g")'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  # What a test writes may be lost with the machine: only speed counts.
  if [[ $1 != main ]]; then printf '%s = off\n' fsync synchronous_commit full_page_writes; fi
}

cluster_runs() { as_user "$(cluster_user "$1")" "$PG_BIN/pg_ctl" -D "$(cluster_home "$1")/data" status >/dev/null 2>&1; }

CLUSTERS_STARTED=()

cluster_start() { # NAME
  local user home
  mkdir -p "$ROOT/var"
  exec {lock}>"$ROOT/var/$1-cluster.lock"
  flock "$lock"
  cluster_make "$1"
  if ! cluster_runs "$1"; then
    user=$(cluster_user "$1") home=$(cluster_home "$1")
    cluster_make_socket "$1" "$user"
    cluster_settings "$1" | as_user "$user" tee "$home/data/coopol.conf" >/dev/null
    as_user "$user" "$PG_BIN/pg_ctl" -D "$home/data" -l "$home/log" -s -w start </dev/null {lock}>&- ||
      { tail -n 5 "$home/log" >&2; die "PostgreSQL did not start, see $home/log"; }
    CLUSTERS_STARTED+=("$1")
  fi
  exec {lock}>&-
}

cluster_stop() { # NAME [MODE]
  ! cluster_runs "$1" || as_user "$(cluster_user "$1")" "$PG_BIN/pg_ctl" -D "$(cluster_home "$1")/data" -s -m "${2:-fast}" stop
}

# For the end of a script: stops what it started, unless somebody else has come in since.
clusters_leave() {
  local name others
  for name in "${CLUSTERS_STARTED[@]}"; do
    others=$(psql -XAtqc "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()" \
      "$(cluster_url "$name" postgres postgres)" 2>/dev/null || echo 0)
    if [[ $others == 0 ]]; then cluster_stop "$name"; fi
  done
}

cluster_url() { # NAME DATABASE ROLE
  printf 'postgresql:///%s?host=%s&port=5432&user=%s\n' "$2" "$(percent_encode "$(cluster_socket "$1")")" "$3"
}

percent_encode() {
  local hex
  for hex in $(printf %s "$1" | od -An -v -tx1); do
    case $hex in
      2[def] | 3[0-9] | 4[1-9a-f] | 5[0-9af] | 6[1-9a-f] | 7[0-9ae]) printf %b "\\x$hex" ;; # - . / digits letters _ ~
      *) printf '%%%s' "${hex^^}" ;;
    esac
  done
}
