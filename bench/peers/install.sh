#!/bin/sh
# Installs what is compared, from Debian's packages (12, bookworm): Request Tracker 5 with Starman, Redmine 5 with Puma, and what they
# need to use PostgreSQL. Nothing is started, and no database made: the bench has one server for all three. As root:
#   bench/peers/install.sh          (apt-get purge request-tracker5 redmine && apt-get autoremove takes it off again)
set -eu
export DEBIAN_FRONTEND=noninteractive

debconf-set-selections <<'ANSWERS'
request-tracker5 request-tracker5/dbconfig-install boolean false
redmine redmine/instances/default/dbconfig-install boolean false
ANSWERS

# Debian's own way of saying that a package must not start its services while it is installed.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

apt-get update
apt-get install --yes --no-install-recommends \
  request-tracker5 rt5-db-postgresql rt5-standalone starman \
  redmine redmine-pgsql puma
