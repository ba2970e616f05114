// Sharing a target out in whole numbers that add up to it, year by year. Pure.

export type SharePlace = {
  code: string;
  /** zero or more; what the share is in proportion to */
  weight: number;
  /** the most it can reach, such as the units it has; null: no limit */
  cap: number | null;
};

/** Why a total cannot be shared out among these places. */
export class ShareError extends Error {
  override name = "ShareError";

  constructor(
    readonly reason: "nothing-to-share-by" | "too-many" | "falls",
    message: string,
    readonly params: Record<string, number> = {},
  ) {
    super(message);
  }
}

/**
 * Largest remainder (Hamilton) with caps: whole shares in proportion to the weights, the rest by the largest fractions,
 * ties by code. What a place cannot take goes to the others in the same proportion.
 * @param total whole, zero or more
 * @returns code → share, adding up to `total`
 * @throws ShareError when all weights are zero, or the caps together are less than the total
 */
export function shareOut(total: number, places: readonly SharePlace[]): Map<string, number> {
  const shares = new Map(places.map((place) => [place.code, 0]));
  let open = places.filter((place) => place.weight > 0 && place.cap !== 0);
  let left = total;
  while (left > 0) {
    const weights = open.reduce((sum, place) => sum + place.weight, 0);
    if (weights <= 0) throw whyNot(total, places);
    // whoever would pass their cap takes just that, and the others share what is left
    const full = open.filter(
      (place) =>
        place.cap !== null && (left * place.weight) / weights >= place.cap - (shares.get(place.code) ?? 0),
    );
    if (full.length === 0) {
      giveRest(left, weights, open, shares);
      return shares;
    }
    for (const place of full) {
      const taken = Math.min(left, (place.cap ?? 0) - (shares.get(place.code) ?? 0));
      shares.set(place.code, (shares.get(place.code) ?? 0) + taken);
      left -= taken;
    }
    open = open.filter((place) => !full.includes(place));
  }
  return shares;
}

function giveRest(
  left: number,
  weights: number,
  open: readonly SharePlace[],
  shares: Map<string, number>,
): void {
  const exact = open.map((place) => ({ code: place.code, share: (left * place.weight) / weights }));
  let rest = left;
  for (const { code, share } of exact) {
    shares.set(code, (shares.get(code) ?? 0) + Math.floor(share));
    rest -= Math.floor(share);
  }
  exact.sort((a, b) => (b.share % 1) - (a.share % 1) || (a.code < b.code ? -1 : 1));
  for (const { code } of exact.slice(0, rest)) shares.set(code, (shares.get(code) ?? 0) + 1);
}

/**
 * The same for cumulative milestones: each year's increment is shared out, so that no share ever falls.
 * @param milestones by year, rising; each adds up among the places
 * @throws ShareError as `shareOut`, or when a milestone falls
 */
export function shareOutYears(
  milestones: readonly { fiscal_year: number; value: number }[],
  places: readonly SharePlace[],
): { code: string; fiscal_year: number; value: number }[] {
  const sofar = new Map(places.map((place) => [place.code, 0]));
  let before = 0;
  return [...milestones]
    .sort((a, b) => a.fiscal_year - b.fiscal_year)
    .flatMap(({ fiscal_year, value }) => {
      if (value < before) {
        const why = `the target falls from ${before} to ${value} in ${fiscal_year}`;
        throw new ShareError("falls", why, { year: fiscal_year });
      }
      const open = places.map((place) => ({
        ...place,
        cap: place.cap === null ? null : place.cap - (sofar.get(place.code) ?? 0),
      }));
      for (const [code, share] of shareOut(value - before, open)) {
        sofar.set(code, (sofar.get(code) ?? 0) + share);
      }
      before = value;
      return places.map(({ code }) => ({ code, fiscal_year, value: sofar.get(code) ?? 0 }));
    });
}

function whyNot(total: number, places: readonly SharePlace[]): ShareError {
  const most = places.reduce((sum, { cap, weight }) => sum + (weight > 0 ? (cap ?? total) : 0), 0);
  return places.some(({ weight }) => weight > 0)
    ? new ShareError("too-many", `${total} is more than the ${most} that there are to count`, { total, most })
    : new ShareError(
        "nothing-to-share-by",
        "there is nothing to share in proportion to: every place has zero",
      );
}
