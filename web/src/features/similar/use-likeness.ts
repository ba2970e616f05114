// What two tambon have in common, part by part, in words: the words follow the figures that were compared.
import type { SimilarArea, SimilarMeasures } from "@phuenthi/server/contract/similar";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { numberText } from "../../lib/number-text.ts";

export type Likeness = { part: keyof SimilarArea["parts"]; share: number | null; text: string };

/** Populations are called close while the larger is at most half as many again. */
const CLOSE = 1.5;

export function useLikeness(): (own: SimilarMeasures, peer: SimilarArea) => Likeness[] {
  const { formatMessage: t, formatList } = useIntl();
  const language = useLanguage();

  const population = (own: number | null, other: number | null) => {
    if (own === null || other === null) return t({ id: "similar.population.unknown" });
    const id = Math.max(own, other) <= CLOSE * Math.min(own, other) ? "close" : "apart";
    const values = {
      own: numberText(own, language),
      other: numberText(other, language),
      times: numberText(Math.max(own, other) / Math.min(own, other), language),
    };
    return t({ id: `similar.population.${id}` }, values);
  };
  const kinds = (
    part: "local_authorities" | "organizations",
    name: (kind: string) => string,
    own: readonly string[] | null,
    other: readonly string[] | null,
  ) => {
    if (!own || !other) return t({ id: `similar.${part}.unknown` });
    const list = (found: readonly string[]) => formatList(found.map(name));
    const both = own.filter((kind) => other.includes(kind));
    const rest = [...own, ...other].filter((kind) => !both.includes(kind));
    if (own.length + other.length === 0) return t({ id: "similar.organizations.none" });
    if (own.length === 0) return t({ id: "similar.kinds.theirs" }, { other: list(other) });
    if (other.length === 0) return t({ id: "similar.kinds.ours" }, { own: list(own) });
    if (both.length === 0) return t({ id: `similar.${part}.other` }, { own: list(own), other: list(other) });
    return t(
      { id: `similar.${part}.${rest.length === 0 ? "same" : "partly"}` },
      { both: list(both), rest: list(rest) },
    );
  };
  const region = (own: SimilarMeasures["region"], other: SimilarMeasures["region"]) => {
    if (!own || !other) return t({ id: "similar.region.unknown" });
    const [ownName, otherName] =
      language === "th" ? [own.name_th, other.name_th] : [own.name_en, other.name_en];
    return own.code === other.code
      ? t({ id: "similar.region.same" }, { region: ownName })
      : t({ id: "similar.region.other" }, { own: ownName, other: otherName });
  };

  return (own, { parts, measures }) => [
    { part: "population", share: parts.population, text: population(own.persons, measures.persons) },
    {
      part: "local_authorities",
      share: parts.local_authorities,
      text: kinds(
        "local_authorities",
        (kind) => t({ id: `authority_kind.${kind}` }),
        own.local_authority_kinds,
        measures.local_authority_kinds,
      ),
    },
    {
      part: "organizations",
      share: parts.organizations,
      text: kinds(
        "organizations",
        (kind) => t({ id: `code.organization_kind.${kind}` }),
        own.organization_kinds,
        measures.organization_kinds,
      ),
    },
    { part: "region", share: parts.region, text: region(own.region, measures.region) },
  ];
}
