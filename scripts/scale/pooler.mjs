// PgBouncer as Debian has it, in transaction mode: no named statements, no startup parameters, no LISTEN.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAs } from "../lib/cluster-account.mjs";
import { makeClusterFolder } from "../lib/cluster-place.mjs";
import { freePort } from "../lib/cluster-process.mjs";
import { urlOf } from "../lib/database.mjs";
import { installPgBouncer } from "../lib/install-programs.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { untilAnswers } from "./clusters.mjs";
import { keepRunning } from "./party.mjs";

const PROGRAM = "/usr/sbin/pgbouncer";

export async function findPgBouncer() {
  if (!existsSync(PROGRAM)) await installPgBouncer();
}

/** @returns {string} */
export function versionOfPgBouncer() {
  return spawnSync(PROGRAM, ["--version"], { encoding: "utf8" }).stdout.split("\n")[0] ?? "";
}

/**
 * @param {string} home
 * @param {import("./clusters.mjs").Node} node what it stands before
 */
export async function startPooler(home, { port, api }) {
  const folder = makeClusterFolder(home);
  const own = await freePort(16_432);
  const users = join(folder, "users.txt");
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(users, `"${api.user}" "${api.password}"\n`, { mode: 0o600 });
  writeFileSync(
    file,
    `[databases]
phuenthi = host=127.0.0.1 port=${port} dbname=phuenthi
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
; with its own 15 s whoever asks would wait for a database that is back already
server_login_retry = 1
server_connect_timeout = 3
query_wait_timeout = 5
`,
    { mode: 0o600 },
  );
  const who = runAs();
  if (who.uid !== undefined) for (const made of [users, file]) chownSync(made, who.uid, who.gid);
  const party = keepRunning("pgbouncer", {
    program: PROGRAM,
    args: ["-q", file],
    log: join(folder, "pgbouncer.log"),
    cwd: folder,
    who,
    endsBy: "SIGINT",
  });
  atEnd(party.stop);
  const apiUrl = urlOf({ port: own }, api, "phuenthi");
  await untilAnswers(apiUrl, "pgbouncer");
  return { party, apiUrl, ownerUrl: apiUrl };
}
