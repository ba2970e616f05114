import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runningPostmaster } from "../../scripts/lib/cluster-process.mjs";

type Said = { port: number; joined: boolean; rows: string[] };

let home: string;
let users: ChildProcess[];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "phuenthi-cluster-"));
  chmodSync(folder, 0o755);
  home = join(folder, "pg");
  users = [];
});

afterEach(async () => {
  for (const user of users) user.kill("SIGKILL");
  const left = runningPostmaster(join(home, "cluster"));
  if (left) process.kill(left.pid, "SIGQUIT");
  while (running()) await sleep(50);
  rmSync(join(home, ".."), { recursive: true, force: true });
});

const running = () => runningPostmaster(join(home, "cluster"));

/** Runs one user of the cluster; resolves when it has said what it found. */
async function use(
  row: string,
  ...flags: string[]
): Promise<Said & { process: ChildProcess; output: () => string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "cluster-user.mjs"), home, row, ...flags],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  users.push(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (;;) {
    const said = /^\{.*\}$/m.exec(output)?.[0];
    if (said) {
      if (!flags.includes("--stay")) await ended;
      return { ...(JSON.parse(said) as Said), process: child, output: () => output };
    }
    if (child.exitCode !== null) throw new Error(`the user of the cluster failed: ${output}`);
    await sleep(20);
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill(signal);
  await ended;
}

describe("private cluster", () => {
  it("is made from nothing, keeps its rows, and is gone when its last user leaves", async () => {
    expect(await use("first")).toMatchObject({ joined: false, rows: ["first"] });
    expect(running()).toBeNull();
    expect(await use("second")).toMatchObject({ joined: false, rows: ["first", "second"] });
  });

  it("keeps its files and passwords from other accounts", async () => {
    await use("first");
    expect(statSync(join(home, "credentials.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, "cluster")).mode & 0o777).toBe(0o700);
    expect(statSync(home).mode & 0o007).toBe(0);
    expect(readFileSync(join(home, "cluster/data/pg_hba.conf"), "utf8")).not.toMatch(/^(local|host).*trust/m);
  });

  it("heals after kill -9 of everything, and no acknowledged row is gone", async () => {
    const user = await use("acknowledged", "--stay");
    const postmaster = running();
    await stop(user.process, "SIGKILL");
    if (postmaster === null) throw new Error("no database was running");
    process.kill(postmaster.pid, "SIGKILL");
    expect(await use("after")).toMatchObject({ joined: false, rows: ["acknowledged", "after"] });
    expect(running()).toBeNull();
  });

  it("heals when the lock names a process that is something else today", async () => {
    await use("first");
    const lock = join(home, "cluster/data/postmaster.pid");
    writeFileSync(
      lock,
      `${process.pid}\n${join(home, "cluster/data")}\n0\n15432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    expect(await use("second")).toMatchObject({ rows: ["first", "second"] });
  });

  it("takes over a database whose starter was killed with -9", async () => {
    const user = await use("first", "--stay");
    await stop(user.process, "SIGKILL");
    expect(running()).not.toBeNull();
    expect(await use("second")).toMatchObject({ joined: true, rows: ["first", "second"] });
    expect(running()).toBeNull();
  });

  it("is left alone while it is there and silent, and started again where its users know it, however busy it was", async () => {
    const user = await use("acknowledged", "--stay", "--guard", "--busy");
    const first = running();
    if (first === null) throw new Error("no database was running");
    process.kill(first.pid, "SIGSTOP");
    await expect.poll(user.output, { timeout: 20_000 }).toMatch(/does not answer.*kill -9/);
    process.kill(first.pid, "SIGCONT");
    await expect.poll(user.output, { timeout: 20_000 }).toContain("answers again");
    expect(running()?.pid).toBe(first.pid);

    process.kill(first.pid, "SIGKILL");
    await expect.poll(user.output, { timeout: 30_000 }).toContain("had ended by itself. It runs again");
    expect(running()).toMatchObject({ port: user.port, ready: true });
    expect(await use("after")).toMatchObject({ joined: true, rows: ["acknowledged", "after"] });
    await stop(user.process, "SIGTERM");
    expect(running(), "stopped on purpose, it stays so").toBeNull();
  });

  it("is shared by two users and ends with the last, whoever came first", async () => {
    const one = await use("one", "--stay");
    const two = await use("two", "--stay");
    expect(two).toMatchObject({ joined: true, port: one.port });
    await stop(one.process, "SIGINT");
    expect(running()).not.toBeNull();
    await stop(two.process, "SIGTERM");
    expect(running()).toBeNull();
  });

  describe.runIf(process.getuid?.() === 0)("of root", () => {
    const nobody = {
      uid: Number(execFileSync("id", ["-u", "nobody"])),
      gid: Number(execFileSync("id", ["-g", "nobody"])),
    };
    /** Files that an account shared with other programs can read. */
    const readable = (folder: string) =>
      spawnSync("find", [folder, "-type", "f", "-readable"], { ...nobody, cwd: "/", encoding: "utf8" })
        .stdout;

    it("is no other program's to read, not that of an earlier version either", async () => {
      await use("first");
      execFileSync("chown", ["-R", "nobody", join(home, "cluster")]);
      chmodSync(home, 0o755);
      expect(readable(home)).toContain("PG_VERSION");
      const { output, rows } = await use("second");
      expect(rows).toEqual(["first", "second"]);
      expect(output()).toContain("belongs to one of its own now");
      expect(readable(home)).toBe("");
      expect(statSync(join(home, "cluster/postgres.log")).uid).not.toBe(nobody.uid);
    });

    it("lies in /var/lib when the account cannot enter the clone", async () => {
      chmodSync(join(home, ".."), 0o700);
      await use("first");
      const { folder } = JSON.parse(readFileSync(join(home, "credentials.json"), "utf8"));
      expect(folder).toMatch(/^\/var\/lib\/phuenthi\/[0-9a-f]{12}$/);
      expect(existsSync(join(folder, "data"))).toBe(true);
      expect(readable("/var/lib/phuenthi")).toBe("");
      rmSync(join(home), { recursive: true });
      expect(await use("another clone"), "what an earlier clone left is set aside").toMatchObject({
        rows: ["another clone"],
      });
      rmSync(folder, { recursive: true });
    });
  });

  it("says what to do when the passwords are gone, and touches nothing", async () => {
    await use("first");
    const passwords = join(home, "credentials.json");
    renameSync(passwords, `${passwords}.away`);
    await expect(use("second")).rejects.toThrow(/passwords .* are gone[\s\S]*Next:/);
    renameSync(`${passwords}.away`, passwords);
    expect(await use("third")).toMatchObject({ rows: ["first", "third"] });
  });

  it("is made once when two users start at the same moment", async () => {
    const [one, two] = await Promise.all([use("one", "--stay"), use("two", "--stay")]);
    expect(one.port).toBe(two.port);
    expect([one.joined, two.joined].sort()).toEqual([false, true]);
  });
});
