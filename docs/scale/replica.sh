#!/bin/bash
# A copy of the primary the first time, then what the primary's log says.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA"
  pg_basebackup --pgdata="$PGDATA" --write-recovery-conf --checkpoint=fast --dbname="host=primary user=replication application_name=replica"
fi
exec postgres -c recovery_init_sync_method=syncfs -c hot_standby_feedback=on
