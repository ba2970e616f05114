// The plans' items, each once at the furthest step of the ladder that it has reached.

import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { linkStates } from "@phuenthi/server/records/codes/ladder.codes";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { bahtText, numberText } from "../../lib/number-text.ts";
import { type Bar, Bars } from "../../ui/Bars.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { useGrantText } from "../../words/use-grant-text.ts";
import { NoneInForce } from "./NoneInForce.tsx";
import { Card, Note } from "./Section.tsx";

const STEPS = linkStates.schema.options.filter((state) => state !== "declined");

export function Plans({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const granted = useGrantText();
  const { plans } = profile;
  const title = t({ id: "area.plans" });
  const number = (value: number) => numberText(value, language);
  if (plans.count === 0) {
    return (
      <Card title={title}>
        <NoneInForce profile={profile} list="plans" />
      </Card>
    );
  }
  const at = (wanted: string) => plans.by_state.find(({ state }) => state === wanted)?.count ?? 0;
  const bar = (id: string, name: string, count: number, isMuted = false): Bar => ({
    id,
    name,
    count,
    text: number(count),
    isMuted,
  });
  return (
    <Card title={title} note={t({ id: "profile.plans.count" }, { plans: plans.count, items: plans.items })}>
      {plans.items > 0 && (
        <>
          <Note>{t({ id: "profile.plans.steps" })}</Note>
          <Bars
            label={t({ id: "profile.plans.steps" })}
            bars={[
              ...STEPS.map((state, i) =>
                bar(state, `${i + 1}. ${t({ id: `code.link_state.${state}` })}`, at(state)),
              ),
              bar("declined", t({ id: "code.link_state.declined" }), at("declined"), true),
              bar("not_proposed", t({ id: "profile.plans.notProposed" }), plans.not_proposed, true),
            ]}
          />
        </>
      )}
      <Facts
        facts={[
          [t({ id: "plan.asked" }), bahtText(plans.asked_thb, language)],
          [t({ id: "plan.granted" }), granted(plans)],
        ]}
      />
    </Card>
  );
}
