import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { NO_DATA_SLOT, NOT_APPLICABLE_SLOT, RAMP_SLOTS, WITHHELD_SLOT } from "../lib/classes.ts";
import { emptyFilter } from "../lib/filter.ts";
import { register } from "../lib/kinds.ts";
import { buildStyle } from "./build-style.ts";
import { levels, type MapState } from "./map-layer.ts";
import { mapLayers, switchedLayers } from "./map-layers.ts";
import { markImage } from "./mark-images.ts";
import { palettes, swatch } from "./palette.ts";
import { patterns } from "./pattern-images.ts";

const state: MapState = {
  palette: palettes.light,
  language: "th",
  level: "province",
  areaTiles: { tiles: ["https://example.test/api/tiles/areas/v1/{z}/{x}/{y}"], maxzoom: 12 },
  recordTiles: Object.fromEntries(
    switchedLayers.map(({ id }) => [
      id,
      { tiles: [`https://example.test/api/tiles/${id}/{z}/{x}/{y}`], minzoom: 0, maxzoom: 12 },
    ]),
  ),
  here: { lon: 100.5, lat: 13.75, accuracyM: 35 },
  chosen: [100.5, 13.75],
  contextLandUrl: "https://example.test/land.json",
  fontFaces: {
    "Phuenthi Regular": [{ url: "https://example.test/thai.woff2", "unicode-range": ["U+0E00-0E7F"] }],
  },
};

const variants: MapState[] = [palettes.light, palettes.dark].flatMap((palette) =>
  levels.flatMap((level) =>
    (["th", "en"] as const).flatMap((language) => [
      { ...state, palette, level, language },
      { ...state, palette, level, language, recordTiles: {} },
    ]),
  ),
);

describe("buildStyle", () => {
  it.each(variants)("is a valid style: $palette.id, $level, $language", (variant) => {
    expect(validateStyleMin(buildStyle(variant) as never).map((error) => error.message)).toEqual([]);
  });
  it("is valid before the boundaries are known", () => {
    expect(validateStyleMin(buildStyle({ ...state, areaTiles: null }) as never)).toEqual([]);
  });
  it("finds the layer files, each with an id of its own, in the order they declare", () => {
    const orders = mapLayers.map((layer) => layer.order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    const ids = mapLayers.map((layer) => layer.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    const drawn = buildStyle(state).layers.map((layer) => layer.id);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
  it("fades nothing and paints values by feature-state alone", () => {
    const style = buildStyle(state);
    expect(style.transition).toEqual({ duration: 0, delay: 0 });
    const fills = style.layers.filter((layer) => layer.id.startsWith("fill-"));
    expect(fills).toHaveLength(levels.length);
    for (const fill of fills) expect(JSON.stringify(fill)).toContain('["feature-state","slot"]');
  });
});

describe("the record whose card is open", () => {
  it("has a ring whether a layer draws it or not, and none is left of the one before", () => {
    const rings = (chosen: MapState["chosen"]) =>
      buildStyle({ ...state, recordTiles: {}, chosen })
        .layers.map(({ id }) => id)
        .filter((id) => id.startsWith("chosen"));
    expect(rings([100.5, 13.75])).toEqual(["chosen-halo", "chosen-ring"]);
    expect(rings(null)).toEqual([]);
  });
});

describe("layers that are switched on and off", () => {
  it.each(switchedLayers)(
    "$id: has its source and style only while it is on, and answers to the pointer",
    (layer) => {
      const drawn = (recordTiles: MapState["recordTiles"]) => {
        const style = buildStyle({ ...state, recordTiles });
        return { source: style.sources[layer.id], ids: style.layers.map(({ id }) => id) };
      };
      expect(drawn({}).source).toBeUndefined();
      const on = drawn({ [layer.id]: { tiles: ["https://example.test/{z}/{x}/{y}"], maxzoom: 12 } });
      expect(on.source).toBeDefined();
      for (const hit of layer.switch.hits) {
        expect(on.ids).toContain(hit);
        expect(drawn({}).ids).not.toContain(hit);
      }
    },
  );
  it.each(switchedLayers)(
    "$id: says in both languages, in colours that differ, what its marks are",
    (layer) => {
      for (const theme of ["light", "dark"] as const) {
        const lines = layer.switch.legend({ theme, filter: emptyFilter });
        expect(new Set(lines.map(({ color }) => color)).size).toBe(lines.length);
        for (const { text, color, shape } of lines) {
          expect(text.th).toMatch(/[ก-๙]/);
          expect(text.en).toMatch(/[A-Za-z]/);
          expect(markImage(`mark ${shape} ${color} #ffffff`)).not.toBeNull();
          // legible on every step of the ramp, by lightness or by its halo
          expect(ratio(luminance(color), luminance(palettes[theme].labelHalo)), color).toBeGreaterThan(3);
        }
      }
    },
  );
  it.each(switchedLayers)("$id: draws a collection that there is", ({ switch: { collection } }) => {
    expect(register.byCollection(collection)).toBeDefined();
  });
  it("opens what is one, and comes closer to what is several", () => {
    for (const { switch: one } of switchedLayers) {
      expect(one.opens({ count: 3 })).toBeNull();
      expect(one.hover({ count: 3 }, "th").title).toMatch(/3/);
    }
  });
});

describe("palettes", () => {
  it.each(["light", "dark"] as const)("%s: lightness runs one way, each step visible", (id) => {
    const lightness = palettes[id].ramp.slice(1).map(luminance);
    expect(lightness).toHaveLength(RAMP_SLOTS);
    const direction = id === "light" ? -1 : 1;
    for (let i = 1; i < lightness.length; i += 1) {
      const [before = 0, now = 0] = [lightness[i - 1], lightness[i]];
      expect((now - before) * direction).toBeGreaterThan(0);
      expect(ratio(before, now)).toBeGreaterThan(1.12);
    }
  });
  it.each(["light", "dark"] as const)(
    "%s: what is withheld differs from no data by shape, not by colour alone",
    (id) => {
      const palette = palettes[id];
      /** where a pattern has its mark, read by lightness as an eye without colours does */
      const marks = ({ data }: { data: Uint8Array }) => {
        const light = Array.from(
          { length: data.length / 4 },
          (_, i) => (data[i * 4] ?? 0) + (data[i * 4 + 1] ?? 0),
        );
        const middle = (Math.max(...light) + Math.min(...light)) / 2;
        const isMark = light.map((one) => one > middle);
        return isMark.filter(Boolean).length * 2 > isMark.length ? isMark.map((one) => !one) : isMark;
      };
      const [lines, dots] = [
        marks(patterns.noData.pixels(palette)),
        marks(patterns.withheld.pixels(palette)),
      ];
      const common = lines.filter((isMark, i) => isMark && dots[i]).length;
      expect(common / dots.filter(Boolean).length).toBeLessThan(0.5);
      expect(ratio(luminance(palette.withheld), luminance(palette.withheldDot))).toBeGreaterThan(3);
      expect(
        new Set([NO_DATA_SLOT, WITHHELD_SLOT, NOT_APPLICABLE_SLOT].map((slot) => swatch(palette, slot))).size,
      ).toBe(3);
    },
  );
});

/** WCAG relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
