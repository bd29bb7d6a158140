import { readFileSync } from "node:fs";
import { columnsAboutNobody, personalFields } from "@dutyloop/domain/organization/personal-fields.ts";
import { expect, test } from "vitest";

/** Columns by table, with what the schema says about each. */
function tablesOf(schema: string): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  for (const [, table = "", body = ""] of schema.matchAll(/^CREATE TABLE (\w+) \(\n(.*?)^\)/gms)) {
    const columns = [...body.matchAll(/^ {2}(?!CONSTRAINT)(\w+) .*?(?:-- (.*))?$/gm)];
    tables.set(table, new Map(columns.map(([, column = "", comment = ""]) => [column, comment])));
  }
  return tables;
}

const tables = tablesOf(readFileSync(new URL("../../../schema.sql", import.meta.url), "utf8"));
/** A table is about people where its rows are of a person, and is no record of meetings or access. */
const ofOtherPurpose = new Set(["account", "obligation", "fact", "record_participant", "record_make_up"]);
const aboutPeople = [...tables].filter(
  ([table, columns]) => table === "person" || (columns.has("person_id") && !ofOtherPurpose.has(table)),
);

test("every column about a person has a class, a purpose, a legal basis and a retention", () => {
  const unregistered = aboutPeople.flatMap(([table, columns]) =>
    [...columns.keys()]
      .filter((column) => !columnsAboutNobody.has(column) && !personalFields[table]?.[column])
      .map((column) => `${table}.${column}`),
  );
  expect(unregistered).toEqual([]);
});

test("nothing is registered that isn't collected", () => {
  const gone = Object.entries(personalFields).flatMap(([table, columns]) =>
    Object.keys(columns)
      .filter((column) => !tables.get(table)?.has(column))
      .map((column) => `${table}.${column}`),
  );
  expect(gone).toEqual([]);
});

test("what the schema calls sensitive is registered as sensitive", () => {
  const lower = aboutPeople.flatMap(([table, columns]) =>
    [...columns]
      .filter(([column, comment]) => comment.startsWith("D4") && personalFields[table]?.[column]?.class !== "D4")
      .map(([column]) => `${table}.${column}`),
  );
  expect(lower).toEqual([]);
});
