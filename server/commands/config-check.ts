import { describeConfiguration } from "../platform/configuration/index.ts";
import { configurationOrEnd } from "../platform/configuration/or-end.ts";

/** `dutyloop config check`: names every wrong setting, or lists what is in force with secrets masked. */
export async function configCheck(): Promise<number> {
  for (const { name, value, source } of describeConfiguration(configurationOrEnd(process.env))) {
    console.log(`${name.padEnd(24)} ${value || "–"}  (${source})`);
  }
  return 0;
}
