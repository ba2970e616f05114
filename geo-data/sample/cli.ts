// npm run sample:load -- [--organizations N] [--plans N] [--seed N] [--replace | --remove]
import { parseArgs } from "node:util";
import { dropSample, ensureSample, replaceSample, type SampleOptions } from "./ensure-sample.ts";

const USAGE = `Usage: npm run sample:load -- [--organizations N] [--plans N] [--seed N] [--replace | --remove]
  --organizations N  how many community organizations (about 12000 for the whole country)
  --plans N          how many community plans (about 6000 for the whole country)
  --seed N           another seed makes another sample (2560)
  --replace          remove the sample that is there first; real records stay
  --remove           remove the sample and load none; real records stay`;

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,7}$/.test(text)) {
    throw new Error(`--${name} takes a whole number from 0 to 9999999, not "${text}".\n${USAGE}`);
  }
  return Number(text);
}

function readCommand(): { options: Omit<SampleOptions, "databaseUrl">; replace: boolean; remove: boolean } {
  let values: ReturnType<typeof parse>["values"];
  const parse = () =>
    parseArgs({
      options: {
        organizations: { type: "string" },
        plans: { type: "string" },
        seed: { type: "string" },
        replace: { type: "boolean", default: false },
        remove: { type: "boolean", default: false },
      },
    });
  try {
    ({ values } = parse());
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
  if (values.replace && values.remove) throw new Error(`Choose --replace or --remove, not both.\n${USAGE}`);
  const numbers = {
    organizations: wholeNumber("organizations", values.organizations),
    plans: wholeNumber("plans", values.plans),
    seed: wholeNumber("seed", values.seed),
  };
  return {
    options: Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    replace: values.replace,
    remove: values.remove,
  };
}

async function main(): Promise<void> {
  const { options, replace, remove } = readCommand();
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new Error(
      "DATABASE_URL is not set. Use npm run sample:load, which starts the database when needed, or set it.",
    );
  }
  const started = performance.now();
  const request = { ...options, databaseUrl, onProgress: (line: string) => console.log(`  ${line}`) };
  const outcome = remove
    ? await dropSample(request)
    : replace
      ? await replaceSample(request)
      : await ensureSample(request);
  const { organizations, plans, housingProjects } = outcome;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const holds = `The register holds ${organizations.toLocaleString("en")} organizations, ${plans.toLocaleString("en")} plans and ${housingProjects.toLocaleString("en")} housing projects.`;
  if (remove) console.log(`Sample removed in ${seconds} s. ${holds}`);
  else if (outcome.loaded) console.log(`Sample loaded in ${seconds} s. ${holds}`);
  else {
    console.log(
      `Nothing to do. ${holds}\nFor a new sample: npm run sample:load -- --replace (real records stay).`,
    );
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
