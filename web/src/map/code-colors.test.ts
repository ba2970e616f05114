// Colours of codes: each list has some for all of its codes or says why it has none, they are told apart from each other and from the
// mark of several, and they are legible on every step of the ramp by their halo.
import { certainties, sampleExtents } from "@phuenthi/server/records/codes/figure.codes";
import {
  localAuthorityExtents,
  localAuthorityKinds,
  placeLevels,
} from "@phuenthi/server/records/codes/place.codes";
import { describe, expect, it } from "vitest";
import { register } from "../lib/kinds.ts";
import { palettes } from "./palette.ts";
import { colorsOf } from "./record-points.ts";

/** Two colours nearer than that (OKLab, black to white is 1) are taken for one. */
const APART = 0.05;
const lists = [
  ...register.codeLists,
  placeLevels,
  localAuthorityKinds,
  localAuthorityExtents,
  sampleExtents,
  certainties,
];

const linear = (color: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
const luminance = (color: string) => {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
/** https://bottosson.github.io/posts/oklab */
const oklab = (color: string): number[] => {
  const [r, g, b] = linear(color);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const between = (one: string, other: string) => {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)));
};

describe.each(lists.map((list) => [list.id, list] as const))("the list %s", (_id, list) => {
  const colors = Object.values(colorsOf(list));
  it("has colours for all of its codes, or says why for none", () => {
    expect(colors.length).toBe(list.uncolored ? 0 : Object.keys(list.codes).length);
  });
  it.each(["light", "dark"] as const)("can be told apart and read on the %s map", (theme) => {
    const palette = palettes[theme];
    const shown = colors.map((color) => color[theme]);
    for (const [at, color] of shown.entries()) {
      expect(contrast(color, palette.labelHalo), color).toBeGreaterThan(3);
      for (const other of [...shown.slice(at + 1), palette.cluster])
        expect(between(color, other), `${color} ${other}`).toBeGreaterThan(APART);
    }
  });
});
