import { launch } from "./launch.mjs";

await launch("tools/run-tests.ts", process.argv.slice(2));
