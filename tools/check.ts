// npm run check: types, formatting and lint, without the tests.
import { runChecks } from "./test-stages.ts";

const { failed } = await runChecks();
process.exitCode = failed > 0 ? 1 : 0;
