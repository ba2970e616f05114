// A population for places without a published one: about as many as the country has, most in few tambon.
import { randomFor } from "../sample/random.ts";
import type { Inhabitants } from "./read-population.ts";

const COUNTRY_PERSONS = 66_000_000;
const COUNTRY_TAMBON = 7425;
/** Bangkok and its neighbours are denser. */
const DENSE = new Set(["10", "11", "12", "13"]);

/** @param codes of the tambon on the map */
export function makePopulation(seed: number, codes: readonly string[]): Inhabitants[] {
  const weights = codes.map((code) =>
    randomFor(`${seed}/${code}/population`).heavy(DENSE.has(code.slice(0, 2)) ? 3 : 1, 0.6),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const persons = (COUNTRY_PERSONS * codes.length) / COUNTRY_TAMBON;
  return codes.map((area_code, i) => {
    const own = Math.round((persons * (weights[i] ?? 0)) / sum);
    const perHousehold = 2.2 + 0.7 * randomFor(`${seed}/${area_code}/household-size`).next();
    return { area_code, persons: own, households: Math.round(own / perHousehold) };
  });
}
