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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${packages}/**/*.test.{ts,tsx}`],
          exclude: ["**/node_modules/**", ...needsDatabase],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: needsDatabase,
          globalSetup: ["server/testing/database-run.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
