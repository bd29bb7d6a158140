import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { definitionText } from "../../../testing/definitions.ts";

let group: AssessedGroup;
let office: Client;
let east: string;
let eastern: Client;
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  east = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  eastern = await group.caller("eastern", "party_affairs_officer", east);
});
afterAll(() => group.close());

describe("a template is written as a draft too", () => {
  const where = (place: string) => ({
    params: { organizationId: place, kind: "template" as const, code: "theme_day" },
  });
  const body = async () => (await office.ask("getTemplate", { params: { code: "theme_day", version: 3 } })).body;
  const keep = async (written: object | string) => {
    const { items } = await eastern.ask("listDrafts", { params: { organizationId: east } });
    const revision = items.find(({ kind }) => kind === "template")?.revision ?? 0;
    const text = typeof written === "string" ? written : definitionText(written);
    await eastern.ask("saveDraft", { ...where(east), body: { text, revision } });
    return eastern.ask("validateDraft", where(east));
  };

  test("that says what it changes of the version it adapts and what it costs, and is gone once it is published", async () => {
    const standing = await body();
    const more: typeof standing = { ...standing, fields: [...standing.fields, "lecturer"] };
    const { problems, version, against, template, outcome } = await keep({ ...more, adapts: 3 });
    expect([problems, version, against, outcome]).toEqual([[], 1001, 3, null]);
    expect(template?.changes).toMatchObject([{ part: "fields", change: "changed" }]);
    expect([template?.costBefore?.typed, template?.cost.typed]).toEqual([5, 6]);
    await eastern.ask("publishTemplate", { params: { organizationId: east }, body: { body: more, adapts: 3 } });
    await group.refused(eastern, "getDraft", where(east), "draft.none");
  });

  test.each<[string, (standing: Awaited<ReturnType<typeof body>>) => object | string, string, string]>([
    [
      "a field left out",
      (standing) => ({ ...standing, fields: ["title"], adapts: 3 }),
      "fields",
      "template.field_dropped",
    ],
    ["a closed part", (standing) => ({ ...standing, owedBy: "committee", adapts: 3 }), "owedBy", "template.not_open"],
    [
      "a check dropped",
      (standing) => ({ ...standing, open: [...standing.open, "checks"], checks: standing.checks.slice(1), adapts: 3 }),
      "checks",
      "template.not_open",
    ],
    [
      "a photograph",
      (standing) => ({
        ...standing,
        materials: [...standing.materials, { code: "photo", name: { zh: "现场照片", en: "Photo" } }],
        adapts: 3,
      }),
      "materials[3].name",
      "template.photograph_required",
    ],
    [
      "a step to nothing",
      (standing) => ({ ...standing, steps: [{ code: "x" }], adapts: 3 }),
      "steps[0].name",
      "definition.field_missing",
    ],
    [
      "a wrong shape and something else besides, that as well",
      (standing) => ({ ...standing, owedBy: "committee", steps: [{ code: "x" }], adapts: 3 }),
      "owedBy",
      "template.not_open",
    ],
    ["another's code", (standing) => standing, "", "template.code_taken"],
    ["no base", (standing) => ({ ...standing, adapts: 9 }), "", "template.base_unknown"],
    ["no text", () => "", "", "draft.unreadable"],
    [
      "several problems at once",
      (standing) => ({ ...standing, owedBy: "committee", fields: ["title"], resolutions: true, adapts: 3 }),
      "resolutions",
      "template.not_open",
    ],
  ])("with %s it says where and why", async (_name, written, path, code) => {
    const { problems } = await keep(written(await body()));
    expect(problems.map((problem) => `${problem.path} ${problem.code}`)).toContain(`${path} ${code}`);
  });
});
