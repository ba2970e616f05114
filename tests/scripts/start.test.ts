// `npm start` as a process, on a copy of the test database (DATABASE_URL), so that it is ready in seconds.
// What it does with a private cluster is in private-cluster.test.ts.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildWhatIsStale } from "../../scripts/lib/build-app.mjs";
import { freePort, isPortFree } from "../../scripts/lib/cluster-process.mjs";
import { apiUrl, ownerUrl } from "../helpers/database.ts";

type Run = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

const root = join(import.meta.dirname, "../..");
let runs: Run[] = [];
let port: number;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "phuenthi-start-"));
  await buildWhatIsStale();
}, 120_000);

afterAll(() => rmSync(dataDir, { recursive: true }));

afterEach(async () => {
  for (const run of runs) run.process.kill("SIGKILL");
  await Promise.all(runs.map((run) => run.ended));
  runs = [];
});

/** Runs scripts/start.mjs as npm start does. */
async function start(env: NodeJS.ProcessEnv = {}): Promise<Run> {
  port ??= await freePort(9_240);
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: ownerUrl(), API_DATABASE_URL: apiUrl(), PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", (status) => resolve(status)));
  const run = { process: child, output: () => text, ended };
  runs.push(run);
  return run;
}

async function untilReady(run: Run): Promise<void> {
  while (!run.output().includes("Phuenthi is ready:")) {
    if (run.process.exitCode !== null) throw new Error(run.output());
    await sleep(20);
  }
}

describe("npm start", { timeout: 120_000 }, () => {
  it("prints one line with the address, answers there, and Ctrl-C ends all of it", async () => {
    const run = await start();
    await untilReady(run);
    expect(run.output().match(/http:\/\/\S+/g)).toEqual([`http://127.0.0.1:${port}`]);
    const health = await fetch(`http://127.0.0.1:${port}/api/health`);
    expect(health.status).toBe(200);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);

    run.process.kill("SIGINT");
    expect(await run.ended).toBe(0);
    expect(await isPortFree(port, "127.0.0.1")).toBe(true);
  });

  it("says where it is when it runs already", async () => {
    const first = await start();
    await untilReady(first);
    const second = await start();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain(`is running already: http://127.0.0.1:${port}`);
  });

  it("starts its server again when that ends by itself", async () => {
    const run = await start();
    await untilReady(run);
    const server = execFileSync("ps", ["-o", "pid=", "--ppid", String(run.process.pid)], {
      encoding: "utf8",
    });
    process.kill(Number(server), "SIGKILL");
    await expect
      .poll(run.output, { timeout: 20_000 })
      .toContain("The server ended by itself (SIGKILL). It is started again.");
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/api/health`).then(
        (answer) => answer.status,
        () => 0,
      );
    await expect.poll(answers, { timeout: 20_000 }).toBe(200);
  });

  it("takes a server that is not well for what it is, and says how to end it", async () => {
    const unwell = createHttpServer((_, reply) => {
      reply.writeHead(503, { "content-type": "application/problem+json" });
      reply.end(JSON.stringify({ code: "database-unavailable", title: "The database is away" }));
    });
    await new Promise<void>((resolve) => unwell.listen(0, "127.0.0.1", resolve));
    const { port: taken } = unwell.address() as { port: number };
    const run = await start({ PORT: String(taken) });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/is not well: it answers 503 \(The database is away\)[\s\S]*Next: .*kill/);
    unwell.close();
  });

  it("takes its server along when it is killed with -9", async () => {
    const run = await start();
    await untilReady(run);
    run.process.kill("SIGKILL");
    await run.ended;
    await expect.poll(() => isPortFree(port, "127.0.0.1"), { timeout: 10_000 }).toBe(true);
  });

  it("names the next step when another program has the port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port: taken } = other.address() as { port: number };
    const run = await start({ PORT: String(taken) });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(
      new RegExp(`Port ${taken} .* used by another program[\\s\\S]*Next: PORT=${taken + 1} npm start`),
    );
    other.close();
  });

  it("names what is wrong with PORT and DATABASE_URL", async () => {
    const wrongPort = await start({ PORT: "eighty" });
    expect(await wrongPort.ended).toBe(1);
    expect(wrongPort.output()).toContain('PORT is "eighty"');
    const noDatabase = await start({ DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/nothing" });
    expect(await noDatabase.ended).toBe(1);
    expect(noDatabase.output()).toMatch(/127\.0\.0\.1:1\/nothing.* does not answer[\s\S]*Next: /);
    expect(noDatabase.output()).not.toContain("secret");
  });
});
