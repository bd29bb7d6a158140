import { relative } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { sourceOf } from "./mutants/break-product.ts";

const root = process.cwd();
const mutant = process.env.DRILL_MUTANT ?? "";

/** Loads one file of the product with a piece exchanged, where the drill is to fail. */
const broken: Plugin = {
  name: "broken-product",
  enforce: "pre",
  load: (id) => (mutant === "" ? null : sourceOf(mutant, relative(root, id.split("?")[0] ?? ""))),
};

/** Tests as drills run them: named files only, with more cases for each property. */
export default defineConfig({
  plugins: [broken],
  test: {
    root,
    // What is kept between runs is whole; a broken run must neither read nor write it.
    fsModuleCache: mutant === "",
    pool: "forks",
    maxWorkers: 2,
    include: ["{domain,server}/**/*.test.ts"],
    passWithNoTests: false,
    setupFiles: ["drills/count-cases.ts"],
    globalSetup: ["server/testing/database-run.ts"],
    testTimeout: 900_000,
    hookTimeout: 240_000,
  },
});
