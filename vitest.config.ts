import { defineConfig } from "vitest/config";

const packages = "{domain,contract,server,web,tools,bin,bench,drills}";
const needsDatabase = ["server/**/*.db.test.ts", "server/**/*.api.test.ts"];

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A test that was left alone with .only, or a stage without tests, must not look green.
    allowOnly: false,
    passWithNoTests: false,
    // Limits end what hangs; a slow machine must not turn a test red.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${packages}/**/*.test.{ts,tsx}`],
          exclude: ["**/node_modules/**", ...needsDatabase],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: needsDatabase,
          globalSetup: ["server/testing/database-run.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
