// What each statement takes, as the last times tell: what is quick does not wait behind what takes long.

/** How much the last time counts. */
const OF_THE_LAST = 0.2;

export class StatementCosts {
  private readonly usual = new Map<string, number>();

  /** ms; what was never asked is taken for quick: it is asked once. */
  of(text: string): number {
    return this.usual.get(text) ?? 0;
  }

  add(text: string, ms: number): void {
    const before = this.usual.get(text);
    this.usual.set(text, before === undefined ? ms : before + OF_THE_LAST * (ms - before));
  }
}
