import { readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { SecondFactorPolicy } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { loadWorkCalendar } from "../calendar/work-calendar.ts";
import { nearestName } from "./nearest-name.ts";
import { readSettingsFile } from "./settings-file.ts";
import { type SettingName, settings } from "./settings-table.ts";

/** The settings in force, read once at start and handed on. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absolute paths. */
  readonly dataFolder: string;
  readonly keysFile: string;
  /** A server of the user's own; undefined: the built-in database. */
  readonly database: { readonly appUrl: string; readonly ownerUrl: string } | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly timeZone: string;
  /** Public holidays of the user's own; absolute. */
  readonly workCalendarFile: string | undefined;
  /** Of whom a second factor is demanded at sign-in. */
  readonly secondFactorFor: SecondFactorPolicy;
  readonly worker: "inline" | "separate";
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  readonly metricsToken: string | undefined;
  readonly demoPassword: string | undefined;
  readonly demoGroups: "1" | "2";
}

export type ConfigurationProblemCode =
  | "configuration.unknown_name"
  | "configuration.wrong_value"
  | "configuration.goes_with"
  | "configuration.file_unreadable"
  | "configuration.bad_line"
  | "configuration.calendar_wrong"
  | "configuration.keys_inside_data";

/** One thing to put right. The catalogue of messages words it. A secret's value is never among the values. */
export interface ConfigurationProblem {
  readonly name: string;
  readonly code: ConfigurationProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Where a setting's text came from: "environment", "default", or file and line. */
export interface GivenText {
  readonly text: string;
  readonly source: string;
}

/** What is in force, and where each text of it came from. */
export type Configured = {
  readonly configuration: Configuration;
  readonly given: ReadonlyMap<SettingName, GivenText>;
};

export type LoadedConfiguration =
  | (Configured & { problems?: undefined })
  | { configuration?: undefined; problems: ConfigurationProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

const names = settings.map((setting) => setting.name as string);
const ownClone = dirname(dirname(dirname(import.meta.dirname)));

/**
 * Reads every setting from the environment and, where that is silent, from the file of DUTYLOOP_CONFIG.
 * @returns the configuration, or every problem there is (not just the first)
 */
export function loadConfiguration(env: Environment, cloneRoot: string = ownClone): LoadedConfiguration {
  const problems: ConfigurationProblem[] = [];
  const given = gather(env, problems);
  const values = new Map<string, unknown>();
  for (const setting of settings) {
    const found = given.get(setting.name) ?? defaultOf(setting);
    if (!found) continue;
    given.set(setting.name, found);
    const read = setting.schema.safeParse(found.text);
    if (read.success) values.set(setting.name, read.data);
    else {
      const shown = setting.secret ? "••••" : found.text;
      const place = { value: shown, expects: setting.expects, source: found.source };
      problems.push({ name: setting.name, code: "configuration.wrong_value", values: place });
    }
  }
  problems.push(...together(given, "DATABASE_URL", "DATABASE_OWNER_URL"));
  const configuration = assemble(values as Map<SettingName, never>, cloneRoot);
  if (configuration.keysFile.startsWith(configuration.dataFolder + sep)) {
    const place = { file: configuration.keysFile, folder: configuration.dataFolder };
    problems.push({ name: "DUTYLOOP_KEYS", code: "configuration.keys_inside_data", values: place });
  }
  problems.push(...calendarProblems(configuration.workCalendarFile));
  return problems.length > 0 ? { problems } : { configuration, given };
}

/** The defaults on a data folder. */
export function configuredIn(dataFolder: string): Configured {
  const loaded = loadConfiguration({ DUTYLOOP_DATA: dataFolder });
  if (loaded.problems) throw new Error(loaded.problems.map(({ name, code }) => `${name}: ${code}`).join(", "));
  return loaded;
}

function assemble(values: ReadonlyMap<SettingName, never>, cloneRoot: string): Configuration {
  const dataFolder = resolve(values.get("DUTYLOOP_DATA") ?? join(cloneRoot, ".dutyloop", "data"));
  const appUrl: string | undefined = values.get("DATABASE_URL");
  const ownerUrl: string | undefined = values.get("DATABASE_OWNER_URL");
  const port: number = values.get("PORT") ?? 0;
  const host: string = values.get("HOST") ?? "";
  const calendar: string | undefined = values.get("DUTYLOOP_WORK_CALENDAR");
  return {
    port,
    host,
    dataFolder,
    keysFile: resolve(values.get("DUTYLOOP_KEYS") ?? `${dataFolder}.keys.json`),
    database: appUrl && ownerUrl ? { appUrl, ownerUrl } : undefined,
    publicUrl: values.get("DUTYLOOP_PUBLIC_URL") ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    trustProxy: values.get("DUTYLOOP_TRUST_PROXY") ?? false,
    timeZone: values.get("DUTYLOOP_TIME_ZONE") ?? "",
    workCalendarFile: calendar === undefined ? undefined : resolve(calendar),
    secondFactorFor: values.get("DUTYLOOP_SECOND_FACTOR_FOR") ?? "nobody",
    worker: values.get("DUTYLOOP_WORKER") ?? "inline",
    logLevel: values.get("DUTYLOOP_LOG_LEVEL") ?? "info",
    metricsToken: values.get("DUTYLOOP_METRICS_TOKEN"),
    demoPassword: values.get("DUTYLOOP_DEMO_PASSWORD"),
    demoGroups: values.get("DUTYLOOP_DEMO_GROUPS") ?? "2",
  };
}

function gather(env: Environment, problems: ConfigurationProblem[]): Map<SettingName, GivenText> {
  const given = new Map<SettingName, GivenText>();
  const file = env.DUTYLOOP_CONFIG;
  if (file) {
    for (const { name, text, source } of fromFile(file, problems)) take(name, text, source);
  }
  for (const [name, text] of Object.entries(env)) {
    if (text && (names.includes(name) || name.startsWith("DUTYLOOP_"))) take(name, text, "environment");
  }
  return given;

  function take(name: string, content: string, source: string) {
    if (names.includes(name)) return given.set(name as SettingName, { text: content, source });
    const nearest = nearestName(name, names);
    problems.push({ name, code: "configuration.unknown_name", values: { nearest: nearest ?? "—", source } });
  }
}

function fromFile(file: string, problems: ConfigurationProblem[]): { name: string; text: string; source: string }[] {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    problems.push({ name: "DUTYLOOP_CONFIG", code: "configuration.file_unreadable", values: { file, reason } });
    return [];
  }
  const { entries, badLines } = readSettingsFile(content);
  for (const line of badLines) {
    problems.push({ name: "DUTYLOOP_CONFIG", code: "configuration.bad_line", values: { file, line } });
  }
  return entries.map(({ name, value, line }) => ({ name, text: value, source: `${file}:${line}` }));
}

function calendarProblems(file: string | undefined): ConfigurationProblem[] {
  if (file === undefined) return [];
  try {
    loadWorkCalendar(file);
    return [];
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return [{ name: "DUTYLOOP_WORK_CALENDAR", code: "configuration.calendar_wrong", values: { file, reason } }];
  }
}

function defaultOf(setting: (typeof settings)[number]): GivenText | undefined {
  return "default" in setting ? { text: setting.default, source: "default" } : undefined;
}

function together(given: ReadonlyMap<string, unknown>, one: string, other: string): ConfigurationProblem[] {
  if (given.has(one) === given.has(other)) return [];
  const [there, missing] = given.has(one) ? [one, other] : [other, one];
  return [{ name: missing, code: "configuration.goes_with", values: { other: there } }];
}
