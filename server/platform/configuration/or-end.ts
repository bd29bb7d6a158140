import { type Configuration, type ConfigurationProblem, loadConfiguration } from "./load.ts";
import { settings } from "./settings.ts";

/** The configuration, or the end of the program with a sentence for each setting that is wrong. */
export async function configurationOrEnd(environment: NodeJS.ProcessEnv): Promise<Configuration> {
  const loaded = loadConfiguration(environment);
  if (!("problems" in loaded)) return loaded;
  for (const problem of loaded.problems) console.error(`dutyloop: ${wordProblem(problem)}`);
  process.exit(1);
}

export function wordProblem({ variable, code, where, hint }: ConfigurationProblem): string {
  const at = where === "" ? "" : ` (${where})`;
  const meaning = Object.values(settings).find((setting) => setting.variable === variable);
  switch (code) {
    case "unknown":
      return `${variable}${at}: 没有这个设置 / there is no such setting${hint ? `; ${hint}?` : ""}`;
    case "wrong_value":
      return `${variable}${at}: 取值不对 / wrong value — ${meaning?.zh} / ${meaning?.en}`;
    case "needs_the_other":
      return `${variable}: 设置了 ${hint} 就必须同时设置 / needed because ${hint} is set`;
    case "file_unreadable":
      return `${variable}: 读不到文件 / can't read the file ${where}`;
    case "line_unreadable":
      return `${where}: 不是“名称=值” / not NAME=value`;
  }
}
