// What the commands print: one line when a step begins, the time passing while it lasts, one when it is done.
// On a terminal the running step is a line that rewrites itself; elsewhere a line every few seconds.
import { performance } from "node:perf_hooks";

const LINE_EVERY_MS = 5_000;
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

// A reader that went away (`npm start | head`) must not take the server with it.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

/** An error a person can act on: what is wrong, and the exact next step. */
export class Stop extends Error {
  /**
   * @param {string} what
   * @param {string} [nextStep]
   * @param {string} [detail] output of the program that failed, shown below
   */
  constructor(what, nextStep, detail) {
    super(what);
    this.name = "Stop";
    this.nextStep = nextStep;
    this.detail = detail;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {unknown} error */
function sayError(error) {
  if (!(error instanceof Stop)) {
    const text = error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error);
    process.stderr.write(`\n✗ ${text}\n`);
    const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
    if (code === "EACCES" && path) {
      process.stderr.write(`  Next: give ${path} back to this account (sudo chown), or run as its owner\n`);
    }
    if (/^(57P0|08|ECONN)/.test(code ?? "") || /Connection terminated/.test(text ?? "")) {
      process.stderr.write(
        "  Next: the database went away: see that it runs, then run the same command again\n",
      );
    }
    return;
  }
  process.stderr.write(`\n✗ ${error.message}\n`);
  if (error.detail) process.stderr.write(`${error.detail.trimEnd().replace(/^/gm, "    ")}\n`);
  if (error.nextStep) process.stderr.write(`  Next: ${error.nextStep}\n`);
}

/**
 * Runs a command's main function; a failure ends the process with its message and status 1.
 * @param {() => Promise<number | void>} work resolves to the exit status
 */
export async function runMain(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    sayError(error);
    process.exitCode = 1;
  }
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs one step and shows how it goes. `update` takes the latest detail ("3,200 of 7,425 tambon").
 * @template T
 * @param {string} title
 * @param {(update: (detail: string) => void) => Promise<T>} work
 * @param {{ quietFor?: number }} [options] say nothing at all when the step takes less than this many ms
 * @returns {Promise<T>}
 */
export async function step(title, work, { quietFor = 0 } = {}) {
  const started = performance.now();
  const terminal = process.stdout.isTTY === true && !process.env.CI;
  let detail = "";
  let announced = false;
  let lastLine = started;
  const elapsed = () => performance.now() - started;

  function announce() {
    announced = true;
    if (!terminal) say(`• ${title} …`);
  }
  function show() {
    if (!announced) {
      if (elapsed() < quietFor) return;
      announce();
    }
    const text = `${title}${detail ? `: ${detail}` : ""}`;
    if (terminal) {
      const frame = FRAMES[Math.floor(elapsed() / 100) % FRAMES.length];
      const width = (process.stdout.columns ?? 80) - 1;
      process.stdout.write(`\r\x1b[2K${`${frame} ${text}, ${duration(elapsed())}`.slice(0, width)}`);
    } else if (performance.now() - lastLine >= LINE_EVERY_MS) {
      lastLine = performance.now();
      say(`  … ${text}, ${duration(elapsed())}`);
    }
  }

  if (quietFor === 0) announce();
  const timer = setInterval(show, terminal ? 100 : 500);
  try {
    const result = await work((text) => {
      detail = text;
      show(); // work that keeps the event loop busy still shows where it is
    });
    if (terminal) process.stdout.write("\r\x1b[2K");
    if (announced || elapsed() > 2_000) say(`✓ ${title}, ${duration(elapsed())}`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write("\r\x1b[2K");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
