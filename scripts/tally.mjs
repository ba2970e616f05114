// node scripts/tally.mjs <file> <status>: the last lines of .ci/run, what failed and how many. A command that failed without a
// failed test (it never came to count) counts as one failure, so that the line never looks better than the run was.
import { runMain, say } from "./lib/say.mjs";
import { sumTallies, tallyLine } from "./lib/tally.mjs";

await runMain(async () => {
  const [file = "", status = "0"] = process.argv.slice(2);
  const sum = sumTallies(file);
  if (status !== "0" && sum.failed === 0) sum.failed = 1;
  for (const failure of sum.failures) say(`FAILED ${failure}`);
  say(tallyLine(sum));
  return sum.failed > 0 || status !== "0" ? 1 : 0;
});
