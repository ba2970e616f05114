// What was turned or taken out of a file on the way in: counted, and said once with examples.

const EXAMPLES = 3;

export class Notes {
  readonly #kinds = new Map<string, { count: number; examples: string[] }>();

  /** @param example where it was and what became of it, as in `line 2, region_th "เหนือ"` */
  add(kind: string, example?: string): void {
    const note = this.#kinds.get(kind) ?? { count: 0, examples: [] };
    this.#kinds.set(kind, note);
    note.count++;
    if (example !== undefined && note.examples.length < EXAMPLES) note.examples.push(example);
  }

  /** One line for each kind: how often, and the first few places. */
  lines(): string[] {
    return [...this.#kinds].map(([kind, { count, examples }]) => {
      if (examples.length === 0) return kind;
      const more = count > examples.length ? `; and ${count - examples.length} more` : "";
      return `${kind}: ${count} (${examples.join("; ")}${more})`;
    });
  }
}
