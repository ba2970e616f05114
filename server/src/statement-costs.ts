// What a statement takes, as the last times tell: what is quick does not wait behind what takes long.

/** What takes longer is dear: by then somebody notices. */
const DEAR_MS = 20;
/** How much the last time counts. */
const OF_THE_LAST = 0.2;

export class StatementCosts {
  private readonly usual = new Map<string, number>();

  /** What was never asked is taken for quick: it is asked once. */
  isDear(text: string): boolean {
    return (this.usual.get(text) ?? 0) > DEAR_MS;
  }

  add(text: string, ms: number): void {
    const before = this.usual.get(text);
    this.usual.set(text, before === undefined ? ms : before + OF_THE_LAST * (ms - before));
  }
}
