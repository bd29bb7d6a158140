import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileVariable, type SettingName, settings } from "./settings.ts";

export type Configuration = {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute. */
  readonly keysFile: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly backupRole: string;
  readonly demoPassword: string | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly metricsToken: string | null;
  readonly worker: "inline" | "separate";
  readonly timeZone: string;
};

/** What is wrong with one setting; `where` is "environment" or file and line. */
export type ConfigurationProblem = {
  readonly variable: string;
  readonly code: "unknown" | "wrong_value" | "needs_the_other" | "file_unreadable" | "line_unreadable";
  readonly where: string;
  /** The nearest known variable, or the other one that is needed. */
  readonly hint: string | null;
};

type Given = { value: string; where: string };

const ownRoot = resolve(import.meta.dirname, "../../..");

/** Reads every setting from the environment, then from the file DUTYLOOP_CONFIG names; the environment wins. */
export function loadConfiguration(
  environment: NodeJS.ProcessEnv,
  root = ownRoot,
): Configuration | { problems: ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  const given = new Map<string, Given>([
    ...fromFile(environment[fileVariable], problems),
    ...fromEnvironment(environment),
  ]);
  const variables = Object.values(settings).map((setting) => setting.variable as string);
  for (const [variable, { where }] of given) {
    if (!variables.includes(variable))
      problems.push({ variable, code: "unknown", where, hint: nearest(variable, variables) });
  }
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const found = given.get(setting.variable);
    const raw = found?.value ?? setting.default;
    const parsed = raw === null ? null : setting.value.safeParse(raw);
    if (parsed && !parsed.success)
      problems.push({ variable: setting.variable, code: "wrong_value", where: found?.where ?? "", hint: null });
    values[name] = parsed?.success ? parsed.data : null;
  }
  const [application, owner] = [settings.databaseUrl.variable, settings.databaseOwnerUrl.variable];
  if (given.has(application) && !given.has(owner))
    problems.push({ variable: owner, code: "needs_the_other", where: "", hint: application });
  if (given.has(owner) && !given.has(application))
    problems.push({ variable: application, code: "needs_the_other", where: "", hint: owner });
  if (problems.length > 0) return { problems };
  const dataFolder = resolve(root, values.dataFolder as string);
  const keysFile = values.keysFile === null ? `${dataFolder}.keys.json` : resolve(root, values.keysFile as string);
  return { ...(values as Omit<Configuration, "dataFolder" | "keysFile">), dataFolder, keysFile };
}

function fromEnvironment(environment: NodeJS.ProcessEnv): Map<string, Given> {
  const plain = new Set<string>(["PORT", "HOST", "DATABASE_URL", "DATABASE_OWNER_URL"]);
  const mine = Object.entries(environment).filter(
    ([name]) => (plain.has(name) || name.startsWith("DUTYLOOP_")) && name !== fileVariable,
  );
  return new Map(
    mine.flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, { value, where: "environment" }]],
    ),
  );
}

function fromFile(file: string | undefined, problems: ConfigurationProblem[]): Map<string, Given> {
  const given = new Map<string, Given>();
  if (!file) return given;
  const lines = readLines(file);
  if (!lines) problems.push({ variable: fileVariable, code: "file_unreadable", where: file, hint: null });
  lines?.forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return;
    const parts = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    const where = `${file}:${index + 1}`;
    if (!parts) problems.push({ variable: line.trim().slice(0, 30), code: "line_unreadable", where, hint: null });
    else given.set(parts[1] as string, { value: (parts[2] as string).replace(/^"(.*)"$/, "$1"), where });
  });
  return given;
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
}

/** The known variable that differs in the fewest letters, if it is close enough to be meant. */
function nearest(variable: string, known: readonly string[]): string | null {
  const [best] = known.map((name) => ({ name, far: distance(variable, name) })).sort((a, b) => a.far - b.far);
  return best && best.far <= 4 ? best.name : null;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min((row[j] as number) + (letter === other ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1),
      );
    }
    row = next;
  }
  return row.at(-1) as number;
}

/** The values in force, by variable, with secrets masked. */
export function describeConfiguration(configuration: Configuration): { name: string; value: string }[] {
  return (Object.keys(settings) as SettingName[]).map((name) => {
    const value = configuration[name];
    const shown = value === null ? "-" : typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
    return { name: settings[name].variable, value: settings[name].secret && value !== null ? "••••••" : shown };
  });
}
