// npm run geo:load -- <source> [file] · npm run geo:fetch -- <source> · geo-data/cli.ts list
import { runCommand } from "./commands.ts";

process.exitCode = await runCommand(process.argv.slice(2));
