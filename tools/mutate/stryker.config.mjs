/** How Stryker changes the rules. Which files, and where it works, main.ts says. Nothing is left out of the count. */
export default {
  ignorePatterns: ["**", "!domain/**", "domain/node_modules", "!tools/mutate/vitest.config.ts", "!package.json"],
  cleanTempDir: "always",
  testRunner: "vitest",
  vitest: { configFile: "tools/mutate/vitest.config.ts" },
  coverageAnalysis: "perTest",
  // A busy machine must not pass for a loop without end; most of those are noticed by their count.
  timeoutMS: 30_000,
  // It would read the compiler's settings through an interface that the compiler no longer has.
  tsconfigFile: "none.json",
  disableTypeChecks: false,
  reporters: process.stdout.isTTY ? ["progress"] : [],
  logLevel: "error",
};
