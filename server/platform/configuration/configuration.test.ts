import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configurationDocument, describeConfiguration, loadConfiguration } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const good = (env: Record<string, string>) => {
  const loaded = loadConfiguration(env, "/clone");
  if (!loaded.configuration) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
};

describe("with nothing set", () => {
  test("the server is for this machine alone, with its own database and folders in the clone", () => {
    expect(good({}).configuration).toEqual({
      port: 7080,
      host: "127.0.0.1",
      dataFolder: "/clone/.dutyloop/data",
      keysFile: "/clone/.dutyloop/data.keys.json",
      database: undefined,
      publicUrl: "http://127.0.0.1:7080",
      trustProxy: false,
      timeZone: "Asia/Shanghai",
      workCalendarFile: undefined,
      secondFactorFor: "nobody",
      worker: "inline",
      logLevel: "info",
      metricsToken: undefined,
      demoPassword: undefined,
      demoGroups: "2",
    });
  });
});

describe("mistakes", () => {
  test("a misspelt name is refused with the name that was meant", () => {
    expect(loadConfiguration({ DUTYLOOP_TIMEZONE: "Asia/Shanghai" }).problems).toEqual([
      {
        name: "DUTYLOOP_TIMEZONE",
        code: "configuration.unknown_name",
        values: { nearest: "DUTYLOOP_TIME_ZONE", source: "environment" },
      },
    ]);
  });

  test("a name that is like none is refused without a guess", () => {
    expect(loadConfiguration({ DUTYLOOP_QQ: "1" }).problems?.[0]?.values.nearest).toBe("—");
  });

  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["DUTYLOOP_WORKER", "both"],
    ["DUTYLOOP_SECOND_FACTOR_FOR", "all"],
    ["DUTYLOOP_TIME_ZONE", "Asia/Peking2"],
    ["DUTYLOOP_PUBLIC_URL", "ftp://x"],
    ["DUTYLOOP_TRUST_PROXY", "true"],
  ])("%s=%s is named with what is expected there", (name, value) => {
    const [problem, ...more] = loadConfiguration({ [name]: value }).problems ?? [];
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      name,
      code: "configuration.wrong_value",
      values: { value, source: "environment" },
    });
  });

  test("a secret's wrong value isn't repeated", () => {
    const { problems } = loadConfiguration({ DUTYLOOP_METRICS_TOKEN: "short-one" });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain("short-one");
  });

  test.each([
    ["DATABASE_URL", "DATABASE_OWNER_URL"],
    ["DATABASE_OWNER_URL", "DATABASE_URL"],
  ])("%s alone asks for %s", (one, other) => {
    expect(loadConfiguration({ [one]: "postgresql://a@b/c" }).problems).toEqual([
      { name: other, code: "configuration.goes_with", values: { other: one } },
    ]);
  });

  test("keys inside the data folder would be lost and stolen with it", () => {
    const loaded = loadConfiguration({ DUTYLOOP_DATA: "/d", DUTYLOOP_KEYS: "/d/keys.json" });
    expect(loaded.problems).toMatchObject([{ name: "DUTYLOOP_KEYS", code: "configuration.keys_inside_data" }]);
  });

  test("a calendar of public holidays that can't be used is named with what is wrong in it", () => {
    const file = join(folder, "calendar.yaml");
    const problemOf = () => loadConfiguration({ DUTYLOOP_WORK_CALENDAR: file }).problems;
    const name = "DUTYLOOP_WORK_CALENDAR";
    const code = "configuration.calendar_wrong";
    expect(problemOf()).toEqual([{ name, code, values: { file, reason: "ENOENT" } }]);
    writeFileSync(file, "2027:\n  holidays: [2027-02-30]\n");
    expect(problemOf()).toMatchObject([{ name, code, values: { reason: expect.stringContaining("2027.holidays.0") } }]);
    writeFileSync(file, "2027:\n  holidays: [2027-02-08]\n");
    expect(good({ DUTYLOOP_WORK_CALENDAR: file }).configuration.workCalendarFile).toBe(file);
  });

  test("all problems come at once", () => {
    expect(
      loadConfiguration({ PORT: "x", DUTYLOOP_WORKER: "y", DATABASE_URL: "postgresql://a/b" }).problems,
    ).toHaveLength(3);
  });
});

describe("the settings file", () => {
  const file = (content: string) => {
    const path = join(folder, "settings");
    writeFileSync(path, content);
    return path;
  };

  test("is read line by line, and the environment wins over it", () => {
    const DUTYLOOP_CONFIG = file('# ours\nPORT = 8000\r\nDUTYLOOP_PUBLIC_URL="https://duty.example/"\nHOST=0.0.0.0\n');
    expect(good({ DUTYLOOP_CONFIG, PORT: "9000" }).configuration).toMatchObject({
      port: 9000,
      host: "0.0.0.0",
      publicUrl: "https://duty.example",
    });
  });

  test("a problem in it names file and line", () => {
    const DUTYLOOP_CONFIG = file("PORT=8000\nnonsense\nDUTYLOOP_WORKERS=inline\nPORT=-1\n");
    const source = (line: number) => `${DUTYLOOP_CONFIG}:${line}`;
    expect(loadConfiguration({ DUTYLOOP_CONFIG }).problems).toMatchObject([
      { code: "configuration.bad_line", values: { file: DUTYLOOP_CONFIG, line: 2 } },
      { code: "configuration.unknown_name", values: { nearest: "DUTYLOOP_WORKER", source: source(3) } },
      { code: "configuration.wrong_value", values: { value: "-1", source: source(4) } },
    ]);
  });

  test("one that can't be read is a problem", () => {
    expect(loadConfiguration({ DUTYLOOP_CONFIG: join(folder, "none") }).problems).toMatchObject([
      { code: "configuration.file_unreadable", values: { reason: "ENOENT" } },
    ]);
  });
});

describe("what is shown", () => {
  test("secrets are masked, and every value says where it comes from", () => {
    const url = "postgresql://app:hunter2@db/x";
    const shown = describeConfiguration(good({ DATABASE_URL: url, DATABASE_OWNER_URL: url, PORT: "81" }));
    expect(JSON.stringify(shown)).not.toContain("hunter2");
    expect(shown).toContainEqual(expect.objectContaining({ name: "PORT", value: "81", source: "environment" }));
    expect(shown).toContainEqual(expect.objectContaining({ name: "HOST", value: "127.0.0.1", source: "default" }));
  });

  test("the page in docs/operate is the table", () => {
    const page = new URL("../../../docs/operate/configuration.md", import.meta.url);
    expect(readFileSync(page, "utf8")).toBe(configurationDocument());
  });
});
