// A streaming replica that what everybody may read is read from, as long as it has every edit that anybody here has been told of.
// What it has, it says itself, by the number of its last edit; a replica never goes back, so that it is asked again only when that is
// too low. It promises no time: whenever it lacks something, or is away, the primary is asked.

const AWAY_MS = 1_000;

/** So often it has to say that it is there. */
const SILENT_MS = 2_000;
/** Of a replica alone: it has to go on with the log, or a statement would write. */
const NOT_HERE = new Set(["40001", "25006"]);
/** Wrong values, names or rights, or too long: the primary would say the same. */
const ANSWERED = /^(22|23|42|57014)/;

export class Replica {
  private lastEdit = 0;
  private heardAt = Number.NEGATIVE_INFINITY;
  private awayUntil = 0;
  private asking: Promise<void> | null = null;
  /** the number of the edit that an answer has to have; null where nobody knows it */
  private wanted: () => number | null = () => null;

  /** @param askEdit the number of the last edit that it has, soon or not at all */
  constructor(private readonly askEdit: () => Promise<number>) {}

  follow(wanted: () => number | null): void {
    this.wanted = wanted;
  }

  /** Whether it has what an answer has to have. */
  async hasAll(): Promise<boolean> {
    const wanted = this.wanted();
    const now = performance.now();
    if (wanted === null || now < this.awayUntil) return false;
    if (this.lastEdit < wanted || now > this.heardAt + SILENT_MS) {
      this.asking ??= this.ask().finally(() => {
        this.asking = null;
      });
      await this.asking;
    }
    return this.lastEdit >= wanted;
  }

  /** Whether the primary has to be asked instead, since this is no answer. */
  isToBlame(error: unknown): boolean {
    const { code = "" } = error as { code?: string };
    if (NOT_HERE.has(code)) return true;
    if (ANSWERED.test(code)) return false;
    this.lose();
    return true;
  }

  private async ask(): Promise<void> {
    try {
      this.lastEdit = await this.askEdit();
      this.heardAt = performance.now();
    } catch {
      this.lose();
    }
  }

  /** Another may come back in its place, made of an older backup. */
  lose(): void {
    this.lastEdit = 0;
    this.awayUntil = performance.now() + AWAY_MS;
  }
}
