// Installs what is missing from the system's own packages where that needs no question: Debian and Ubuntu,
// as root or with sudo that asks for no password. Anywhere else it stops with the exact command.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { withLock } from "./lock.mjs";
import { runProgram } from "./programs.mjs";
import { Stop, say, step } from "./say.mjs";

const COMPOSE = "docker compose up -d db-local, and DATABASE_URL as .env.example shows";

/** PostgreSQL with PostGIS, of the version this system's packages hold. */
export async function installPostgres() {
  await installFromApt({
    what: "PostgreSQL with PostGIS",
    packages: () => {
      const version = newestPostgisVersion();
      if (version === null) {
        throw new Stop(
          "This system's package lists have no PostGIS.",
          `add the PostgreSQL repository (https://apt.postgresql.org), or: ${COMPOSE}`,
        );
      }
      return [`postgresql-${version}`, `postgresql-${version}-postgis-3`];
    },
    byHand: {
      debian: `sudo apt-get update && sudo apt-get install postgresql-${newestPostgisVersion() ?? 15}-postgis-3`,
      mac: "brew install postgresql@17 postgis",
      other: "install PostgreSQL and PostGIS 3.3 or newer and set PG_BIN to the folder of its programs",
    },
    instead: COMPOSE,
  });
}

/** The PostgreSQL version for which this system's packages have PostGIS; null when its lists don't say. */
function newestPostgisVersion() {
  const { stdout } = spawnSync("apt-cache", ["search", "--names-only", "^postgresql-[0-9]+-postgis-3$"], {
    encoding: "utf8",
  });
  const versions = [...(stdout ?? "").matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map((match) =>
    Number(match[1]),
  );
  return versions.length === 0 ? null : Math.max(...versions);
}

/** Chromium, for the end-to-end tests alone. */
export async function installChromium() {
  await installFromApt({
    what: "Chromium (for the end-to-end tests)",
    packages: () => ["chromium"],
    byHand: {
      debian: "sudo apt-get update && sudo apt-get install chromium",
      mac: "brew install --cask chromium, then CHROMIUM=<its program>",
      other: "install Chromium and set CHROMIUM to its program",
    },
    instead: "CHROMIUM=<path of a Chromium or Chrome program>",
  });
}

/** wrk, for the benches alone. */
export async function installWrk() {
  await installFromApt({
    what: "wrk (for the benches)",
    packages: () => ["wrk"],
    byHand: {
      debian: "sudo apt-get update && sudo apt-get install wrk",
      mac: "brew install wrk",
      other: "install wrk (https://github.com/wg/wrk)",
    },
    instead: "a folder of PATH with a program called wrk",
  });
}

/** PgBouncer, for the test of several machines alone. */
export async function installPgBouncer() {
  await installFromApt({
    what: "PgBouncer (for the test of several machines)",
    packages: () => ["pgbouncer"],
    byHand: {
      debian: "sudo apt-get update && sudo apt-get install pgbouncer",
      mac: "run it on Debian or Ubuntu",
      other: "run it on Debian or Ubuntu",
    },
    instead: "npm test, which needs no pooler",
  });
}

/**
 * @param {{ what: string, packages: () => string[],
 *   byHand: { debian: string, mac: string, other: string }, instead: string }} wish
 */
async function installFromApt({ what, packages, byHand, instead }) {
  const hasApt = existsSync("/usr/bin/apt-get");
  const command = hasApt ? byHand.debian : process.platform === "darwin" ? byHand.mac : byHand.other;
  const nextStep = `${command}\n     or: ${instead}`;
  if (process.argv.includes("--no-install")) {
    throw new Stop(`${what} is not on this machine, and --no-install says not to install it.`, nextStep);
  }
  const prefix = hasApt ? rightsPrefix() : null;
  if (prefix === null) throw new Stop(`${what} is not on this machine.`, nextStep);

  await withLock("apt", async () => {
    say(`${what} is missing; installing it from this system's packages with apt-get (--no-install refuses).`);
    const options = {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      failure: `apt-get could not install ${what}`,
      nextStep,
    };
    /** @param {string[]} args */
    const apt = (args, /** @type {(detail: string) => void} */ onLine) => {
      const [program = "apt-get", ...rest] = [...prefix, "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args];
      return runProgram(program, rest, { ...options, onLine });
    };
    await step("Reading the package lists (apt-get update)", (update) => apt(["update"], update));
    const names = packages();
    await step(`Installing ${names.join(" and ")}`, (update) =>
      apt(["install", "-y", "--no-install-recommends", ...names], update),
    );
  });
}

/** @returns {string[] | null} what goes before apt-get; null when it would have to ask for a password */
function rightsPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
  return sudo.status === 0 ? ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"] : null;
}
