// Housing projects by programme and fiscal year. Households are told by the indicator, which withholds small figures.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { numberText } from "../../lib/number-text.ts";
import styles from "./Housing.module.css";
import { NoneYet } from "./NoneInForce.tsx";
import { Card, Note } from "./Section.tsx";

type Project = PlaceProfile["housing"][number];

export function Housing({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { housing } = profile;
  const title = t({ id: "profile.housing" });
  if (housing.length === 0) {
    return (
      <Card title={title}>
        <NoneYet profile={profile} list="housing_projects" />
      </Card>
    );
  }
  const programmes = [...new Set(housing.map(({ programme }) => programme))];
  const years = [...new Set(housing.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b);
  const sum = (isOne: (project: Project) => boolean) =>
    housing.filter(isOne).reduce((total, { projects }) => total + projects, 0);
  const cell = (count: number) => (count === 0 ? "–" : numberText(count, language));
  return (
    <Card title={title} note={t({ id: "profile.housing.count" }, { count: sum(() => true) })}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t({ id: "plan.years" })}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {language === "th" ? year + 543 : year}
              </th>
            ))}
            <th scope="col">{t({ id: "profile.sum" })}</th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((one) => (
            <tr key={one}>
              <th scope="row">{t({ id: `code.housing_programme.${one}` })}</th>
              {years.map((year) => (
                <td key={year}>
                  {cell(sum(({ programme, fiscal_year }) => programme === one && fiscal_year === year))}
                </td>
              ))}
              <td>{cell(sum(({ programme }) => programme === one))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Note>{t({ id: "profile.housing.households" })}</Note>
    </Card>
  );
}
