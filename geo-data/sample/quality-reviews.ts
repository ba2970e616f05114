// Quality reviews (สอบทานคุณภาพ) of local-authority areas: most were reviewed once, some again; four in five pass.
import { buddhistYear, dateAt, LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";
import { randomFor, uuidFor } from "./random.ts";
import { type QualityReviewRow, type QualityScoreRow, SAMPLE_SOURCE_ID } from "./rows.ts";

const REVIEWED = 0.78;
const YEARS_VALID = 2;
/** Of criteria version 1, as db/indicators/organization-quality.json has them. */
const CRITERIA = ["participation", "management", "finance", "planning", "outcomes"];

/** @param authorityCode of a local authority with an area of its own */
export function makeReviews(
  seed: number,
  authorityCode: string,
): { quality_review: QualityReviewRow[]; quality_score: QualityScoreRow[] } {
  const quality_review: QualityReviewRow[] = [];
  const quality_score: QualityScoreRow[] = [];
  const random = randomFor(`${seed}/${authorityCode}/quality`);
  if (!random.chance(REVIEWED)) return { quality_review, quality_score };
  const level = 69 + 9 * random.normal();
  // later years are likelier; some come back when the first has run out
  let year = SAMPLE_YEARS[Math.floor(SAMPLE_YEARS.length * random.next() ** 0.6)] ?? LAST_YEAR;
  while (year <= LAST_YEAR) {
    const key = `${seed}/${authorityCode}/quality/${year}`;
    const own = randomFor(key);
    const time = year - 0.25 + 0.95 * own.next();
    const scores = CRITERIA.map((criterion) => ({
      criterion,
      score: Math.round(Math.max(20, Math.min(100, level + 7 * own.normal()))),
    }));
    const id = uuidFor(key);
    quality_review.push({
      id,
      local_authority_code: authorityCode,
      criteria_version: 1,
      fiscal_year: year,
      reviewed_on: dateAt(time),
      valid_until: dateAt(time + YEARS_VALID),
      score: scores.reduce((sum, { score }) => sum + score, 0) / scores.length,
      reviewer_th: "คณะสอบทานคุณภาพระดับจังหวัด (สมมุติ)",
      evidence: own.chance(0.9) ? `รายงานการสอบทาน (สมมุติ) พ.ศ. ${buddhistYear(year)}` : null,
      source_id: SAMPLE_SOURCE_ID,
    });
    quality_score.push(...scores.map((score) => ({ quality_review_id: id, ...score })));
    if (!own.chance(0.7)) break;
    year += YEARS_VALID;
  }
  return { quality_review, quality_score };
}
