// What the records say of each thing that was done to the machines, and whether it is as it should be.
import { markdownTable } from "../lib/markdown-table.mjs";

/**
 * @typedef {import("./load.mjs").Records} Records
 * @typedef {{ name: string, began: number, back: number, ended: number, takesWrites: boolean, says?: string }} Fault
 *   began: when it was done · back: when what was ended was there again · ended: when the next one began
 *   takesWrites: false where nothing can be saved from `began` to `back` · says: the problem that saving has then, and nothing else
 * @typedef {{ name: string, reads: number, readGap: number, writes: number, writeGap: number, stalest: number,
 *   unfit: Record<string, number>, refused: number, missed: string[] }} Verdict
 */

const GAP_MS = 5_000;
const STALE_MS = 250;
/** So long after something is there again its neighbours may still say that it was away. */
const AFTERMATH_MS = 5_000;

/**
 * @param {Records} records
 * @param {Fault} fault
 * @returns {Verdict}
 */
export function judge({ answers, saved, seen }, { name, began, back, ended, takesWrites, says }) {
  const mine = answers.filter((answer) => answer.ended >= began && answer.ended < ended);
  const kinds = [...new Set(answers.map(({ what }) => what))].filter((what) => what !== "save");
  /** @param {string[]} whats @param {number} from */
  const gap = (whats, from) =>
    longestGap(
      answers.filter(({ what, status }) => whats.includes(what) && isGood(status)).map((one) => one.ended),
      from,
      ended,
    );
  const readGap = Math.max(...kinds.map((kind) => gap([kind], began)));
  const writeGap = gap(["save"], takesWrites ? began : back);
  const stalest = stalestOf(saved, seen, takesWrites ? began : back, ended);
  /** @type {Record<string, number>} */
  const unfit = {};
  let refused = 0;
  for (const answer of mine.filter(({ status }) => status === 0 || status >= 400)) {
    const isSaid = says === undefined || (answer.what === "save" && answer.code === says);
    const isOfTheFault = [502, 503].includes(answer.status) && isSaid && answer.began < back + AFTERMATH_MS;
    // another has saved meanwhile: the one whose answer was lost
    const isConflict = answer.what === "save" && answer.status === 409;
    if (isOfTheFault || isConflict) refused += 1;
    else {
      const key = `${answer.what} ${answer.status} ${answer.code}`.trim();
      unfit[key] = (unfit[key] ?? 0) + 1;
    }
  }
  const missed = [
    readGap > GAP_MS && `no answer for ${Math.round(readGap)} ms`,
    // a fault that is told by its name lasts as long as it was made to
    !takesWrites && !says && back - began > GAP_MS && `back after ${Math.round(back - began)} ms`,
    writeGap > GAP_MS && `nothing saved for ${Math.round(writeGap)} ms`,
    says && !mine.some(({ code }) => code === says) && `nobody was told ${says}`,
    stalest > STALE_MS && `${Math.round(stalest)} ms stale`,
    ...Object.entries(unfit).map(([what, count]) => `${count} × ${what}`),
  ].filter((line) => typeof line === "string");
  const good = mine.filter(({ status }) => isGood(status));
  return {
    name,
    reads: good.filter(({ what }) => what !== "save").length,
    readGap,
    writes: good.filter(({ what }) => what === "save").length,
    writeGap,
    stalest,
    unfit,
    refused,
    missed,
  };
}

/** @param {number} status */
const isGood = (status) => status >= 200 && status < 400;

/**
 * @param {number[]} moments
 * @param {number} from
 * @param {number} to
 */
function longestGap(moments, from, to) {
  const inside = moments.filter((moment) => moment > from && moment < to).sort((a, b) => a - b);
  return Math.max(...[...inside, to].map((moment, at) => moment - (inside[at - 1] ?? from)));
}

/**
 * How long after it was acknowledged an edit was still missing from an answer that was asked for then.
 * @param {Records["saved"]} saved
 * @param {Records["seen"]} seen
 * @param {number} from
 * @param {number} to
 */
function stalestOf(saved, seen, from, to) {
  let stalest = 0;
  for (const look of seen) {
    if (look.began < from || look.began >= to) continue;
    for (const one of saved) {
      const lacks = look.version < one.version || look.edit < one.edit;
      if (lacks && one.ended < look.began) stalest = Math.max(stalest, look.began - one.ended);
    }
  }
  return stalest;
}

/** @param {Verdict[]} verdicts */
export function tableOf(verdicts) {
  return markdownTable(
    ["what was done", "reads", "longest gap", "saved", "longest gap", "stalest", "refused", "missed"],
    verdicts.map((one) => [
      one.name,
      String(one.reads),
      `${Math.round(one.readGap)} ms`,
      String(one.writes),
      `${Math.round(one.writeGap)} ms`,
      `${Math.round(one.stalest)} ms`,
      String(one.refused),
      one.missed.join("; ") || "nothing",
    ]),
  );
}
