# shellcheck shell=bash
# Databases: which server, which role, made and moved forward. DATABASE_URL (a URI whose role may create databases, roles and
# extensions) replaces the private clusters; COOPOL_DATABASE_URL may then say how to sign in as coopol_app.

DATABASE=coopol # what script/server serves: or what DATABASE_URL names
if [[ ${DATABASE_URL:-} =~ ://[^/]*/([^?]+) ]]; then DATABASE=${BASH_REMATCH[1]}; fi
TEMPLATE=coopol_template # what test databases are copied from

database_server() { # CLUSTER : makes and starts it, unless somebody lent one
  [[ -n ${DATABASE_URL:-} ]] || cluster_start "$1"
}

# libpq and pg alike let a parameter at the end of a URI win over what stands before it.
url_with() { # URI KEY=VALUE…
  local url=$1 pair
  for pair in "${@:2}"; do
    if [[ $url == *\?* ]]; then url+="&$pair"; else url+="?$pair"; fi
  done
  echo "$url"
}

# The roles: postgres, a superuser, makes databases and moves them forward (as coopol_owner); coopol_app is the server.
database_url() { # CLUSTER DATABASE ROLE
  if [[ -z ${DATABASE_URL:-} ]]; then cluster_url "$@"
  elif [[ $3 == coopol_app && -n ${COOPOL_APP_URL:-} ]]; then url_with "$COOPOL_APP_URL" "dbname=$2"
  elif [[ $3 == coopol_app ]]; then url_with "$DATABASE_URL" "dbname=$2" "user=$3"
  else url_with "$DATABASE_URL" "dbname=$2"
  fi
}

database_sql() { # CLUSTER DATABASE [psql's arguments] : as the one who may do everything
  psql -XAtq -v ON_ERROR_STOP=1 "${@:3}" "$(database_url "$1" "$2" postgres)"
}

database_exists() { [[ $(database_sql "$1" postgres -c "select 1 from pg_database where datname = '$2'") == 1 ]]; }

database_create() { # CLUSTER DATABASE
  ! database_exists "$1" "$2" || return 0
  database_sql "$1" postgres -c "create database $2"
}

database_drop() { database_sql "$1" postgres -c "drop database if exists $2 with (force)" 2>/dev/null; } # CLUSTER DATABASE

database_migrate() { # CLUSTER DATABASE
  [[ -x $COOPOL ]] || die "$COOPOL is not built: script/setup program"
  (settings_export "$1" "$2" && "$COOPOL" migrate --db "$ROOT/db" >&2 && places_fill "$1" "$2" >&2)
}

# Communes and départements, once and again when their source or what is made of it has changed.
places_fill() { # CLUSTER DATABASE
  local file=$ROOT/build/places.tsv source
  if [[ ! -e $file || $ROOT/package-lock.json -nt $file || $ROOT/script/lib/places.mjs -nt $file ]]; then node "$ROOT/script/lib/places.mjs" "$file"; fi
  source=$(cat "$file" "$ROOT/src/places/import.cpp" | sha256sum | cut -c1-16)
  [[ $(database_sql "$1" "$2" -c "select obj_description('coopol.commune'::regclass)") == "$source" ]] || {
    "$COOPOL" places import "$file" && database_sql "$1" "$2" -c "comment on table coopol.commune is '$source'"
  }
}

# A database to copy for each test run, remade when what it is made from has changed.
template_ensure() { # CLUSTER
  local made_from
  made_from=$(cd "$ROOT" && find db script/lib/places.mjs src/places/import.cpp package-lock.json -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
  mkdir -p "$ROOT/var"
  exec {template_lock}>"$ROOT/var/template.lock"
  flock "$template_lock"
  if [[ $(database_sql "$1" postgres -c "select shobj_description(oid, 'pg_database') from pg_database where datname = '$TEMPLATE'") \
        != "$made_from" ]]; then
    say "Database to copy for tests"
    database_drop "$1" "$TEMPLATE" && database_create "$1" "$TEMPLATE" && database_migrate "$1" "$TEMPLATE" &&
      database_sql "$1" postgres -c "comment on database $TEMPLATE is '$made_from'" || die "the database to copy for tests could not be made"
  fi
  mkdir -p "$ROOT/var"
  exec {template_lock}>&-
}

database_copy() { # CLUSTER DATABASE : of the template
  template_ensure "$1"
  database_drop "$1" "$2"
  database_sql "$1" postgres -c "create database $2 template $TEMPLATE"
}

secret_ensure() {
  mkdir -p "$ROOT/var"
  [[ -s $ROOT/var/secret ]] || (umask 077 && od -An -N32 -v -tx1 /dev/urandom | tr -d ' \n' >"$ROOT/var/secret")
}

# What the program is told, for this checkout. Whatever the caller has set stays, but the database.
settings_export() { # CLUSTER DATABASE
  local app owner
  secret_ensure
  app=$(database_url "$1" "$2" coopol_app)
  owner=$(database_url "$1" "$2" postgres)
  export COOPOL_DATABASE_URL=$app COOPOL_OWNER_DATABASE_URL=$owner
  export COOPOL_SECRET_FILE=${COOPOL_SECRET_FILE:-$ROOT/var/secret} COOPOL_OUTBOX=${COOPOL_OUTBOX:-$ROOT/var/outbox}
  export COOPOL_STATIC=${COOPOL_STATIC:-$ROOT/web/dist} COOPOL_ENVIRONMENT=${COOPOL_ENVIRONMENT:-development}
  export COOPOL_LISTEN=${COOPOL_LISTEN:-127.0.0.1:${COOPOL_PORT:-8700}}
  export COOPOL_BASE_URL=${COOPOL_BASE_URL:-http://localhost:${COOPOL_LISTEN##*:}}
}
