// One way out for every command that keeps something running: Ctrl-C, TERM and a closed terminal all undo
// what was started, last first.

/** The same Ctrl-C may arrive twice, from the terminal and forwarded by npm; only a later one means "now!". */
const IMPATIENT_AFTER_MS = 1_500;
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** @type {(() => Promise<void> | void)[]} */
const undo = [];
/** @type {Promise<void> | null} */
let stopping = null;

/**
 * @param {() => Promise<void> | void} work run when the command ends, however it ends
 */
export function atEnd(work) {
  undo.push(work);
}

/** Undoes everything, once. A step that fails doesn't keep the ones before it from being undone. */
export function undoAll() {
  stopping ??= (async () => {
    for (const work of undo.reverse()) {
      try {
        await work();
      } catch (error) {
        process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
      }
    }
  })();
  return stopping;
}

export function isStopping() {
  return stopping !== null;
}

/**
 * @param {{ onStop?: () => void, isHowItEnds?: boolean }} [options]
 *   isHowItEnds: Ctrl-C is how this command is meant to end, and no failure
 */
export function stopOnSignals({ onStop, isHowItEnds = false } = {}) {
  let first = 0;
  /** @param {keyof typeof STATUS} signal */
  async function stop(signal) {
    if (first !== 0) {
      if (Date.now() - first > IMPATIENT_AFTER_MS) process.exit(STATUS[signal]);
      return;
    }
    first = Date.now();
    onStop?.();
    await undoAll();
    process.exit(isHowItEnds ? 0 : STATUS[signal]);
  }
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => stop(signal));
  }
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop("SIGTERM"));
}

/**
 * npm passes signals on, except the one it cannot catch: an npm killed with -9 must not leave a server behind.
 * @param {() => void} then
 */
function whenParentEnds(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}
