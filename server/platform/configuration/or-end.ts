import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { type Configured, loadConfiguration } from "./load-configuration.ts";

/** The configuration, or the end of the program with a sentence for each setting that is wrong, in both languages. */
export function configurationOrEnd(environment: NodeJS.ProcessEnv): Configured {
  const loaded = loadConfiguration(environment);
  if (loaded.problems === undefined) return loaded;
  for (const { name, code, values } of loaded.problems) {
    console.error(`dutyloop: ${name}: ${wordRefusal("zh", code, values)} / ${wordRefusal("en", code, values)}`);
  }
  process.exit(1);
}
