import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A mutant dies of its first failing test, most often one beside the changed file: those go first. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const changed = this.ctx.config.related?.[0]?.split("/") ?? [];
    const nearness = ({ moduleId }: TestSpecification) => {
      const parts = moduleId.split("/");
      const apart = parts.findIndex((part, index) => part !== changed[index]);
      const sameName = parts.at(-1) === changed.at(-1)?.replace(/\.ts$/, ".test.ts");
      return apart + (sameName ? 1 : 0);
    };
    return files.sort((a, b) => nearness(b) - nearness(a));
  }
}

/** What may kill a mutant: the tests of the rules alone. Those of the server pass through the same rules much slower. */
export default defineConfig({
  test: {
    include: ["domain/**/*.test.ts"],
    passWithNoTests: false,
    // A busy machine kills no mutant: what never ends is stopped from outside.
    testTimeout: 120_000,
    // Modules are loaded once a mutant instead of once a file of tests, which is most of the time.
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
