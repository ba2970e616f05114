// Whether the database is there. Once it has answered nobody, nobody waits for it any more: everything that needs it is told so at
// once, until it says that it is back.
import { setTimeout as sleep } from "node:timers/promises";
import { ProblemError } from "../problems.ts";

/** So often it is asked whether it is back. */
const AGAIN_MS = 200;
/** Somebody waits, and so long nothing was heard of it. */
const SILENT_MS = 2_000;

export class Presence {
  private away: ProblemError | null = null;
  private asked: Promise<void> | null = null;
  private isClosed = false;
  private heardAt = performance.now();
  private readonly timer: NodeJS.Timeout;

  /**
   * @param ping rejects when the database does not answer in time
   * @param isWaitedFor whether anybody waits for an answer of it
   * @param onAway whoever waits has to be told why
   */
  constructor(
    private readonly ping: () => Promise<void>,
    isWaitedFor: () => boolean,
    private readonly onAway: (error: Error) => void,
  ) {
    this.timer = setInterval(() => {
      if (isWaitedFor() && performance.now() - this.heardAt > SILENT_MS) this.suspect();
    }, SILENT_MS / 2);
    this.timer.unref();
  }

  get isAway(): boolean {
    return this.away !== null;
  }

  /** @throws ProblemError database-unavailable */
  check(): void {
    if (this.away) throw new ProblemError("database-unavailable", { cause: this.away.cause });
  }

  /** Asked once for all who want to know at the same time. @throws ProblemError database-unavailable */
  ask(): Promise<void> {
    this.asked ??= this.askNow().finally(() => {
      this.asked = null;
    });
    return this.asked;
  }

  /** It has said something. */
  hear(): void {
    this.heardAt = performance.now();
  }

  /** Something has failed as it does when the database is away; one connection may have, and no more. Resolves when that is known. */
  async suspect(): Promise<void> {
    if (!this.away) await this.ask().catch(() => {});
  }

  /** Asks no more. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
  }

  private async askNow(): Promise<void> {
    try {
      await this.ping();
      this.away = null;
      this.hear();
    } catch (cause) {
      const problem = new ProblemError("database-unavailable", { cause });
      if (!this.away) {
        this.away = problem;
        this.onAway(problem);
        this.waitUntilBack();
      }
      throw problem;
    }
  }

  private async waitUntilBack(): Promise<void> {
    while (this.away && !this.isClosed) {
      await sleep(AGAIN_MS, null, { ref: false });
      await this.ask().catch(() => {});
    }
  }
}
