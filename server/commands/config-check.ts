import { describeConfiguration } from "../platform/configuration/index.ts";
import { configurationOrEnd } from "../platform/configuration/or-end.ts";

/** `dutyloop config check`: names every wrong setting, or lists what is in force with secrets masked. */
export async function configCheck(): Promise<number> {
  const configuration = await configurationOrEnd(process.env);
  for (const { name, value } of describeConfiguration(configuration)) console.log(`${name.padEnd(24)} ${value}`);
  return 0;
}
