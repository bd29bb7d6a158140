import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ElectionMaterial, electionStages } from "../term-things.ts";
import { candidatesNeeded, candidatesRefusal, delegatesRefusal, filingOf, vacancyFinding } from "./election-rules.ts";
import { stageAfter, stageRefusal } from "./stage-rules.ts";

describe("candidates", () => {
  test.each([
    [1, 2],
    [3, 4],
    [5, 6],
    [6, 8],
    [7, 9],
    [9, 11],
    [10, 12],
    [11, 14],
  ])("%i seats need %i", (seats, needed) => {
    expect(candidatesNeeded(seats)).toBe(needed);
    expect(candidatesRefusal(seats, needed)).toBeNull();
    expect(candidatesRefusal(seats, needed - 1)).toMatchObject({
      code: "election.too_few_candidates",
      values: { rule: "ORG-19", seats, candidates: needed - 1, needed },
    });
  });

  test("are the fewest that exceed the seats by a fifth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seats) => {
        const surplus = candidatesNeeded(seats) - seats;
        expect(surplus * 5 >= seats && (surplus - 1) * 5 < seats).toBe(true);
      }),
    );
  });
});

describe("delegates elect instead of all members", () => {
  test.each([
    [499, false, true, "election.delegates_need_members"],
    [500, false, true, null],
    [499, true, true, null],
    [500, false, false, "election.delegates_need_approval"],
    [10, true, false, "election.delegates_need_approval"],
  ])("of %i members, dispersed %s, approved %s: %s", (members, dispersed, approved, code) => {
    expect(delegatesRefusal({ members, dispersed, approved })?.code ?? null).toBe(code);
  });
});

test("a secretary and a deputy are approved, members of the committee are put on file", () => {
  expect((["SECRETARY", "DEPUTY_SECRETARY", "PUBLICITY_MEMBER", "COMMITTEE_MEMBER"] as const).map(filingOf)).toEqual([
    "approved",
    "approved",
    "filed",
    "filed",
  ]);
});

test("a post vacant for thirty days is pointed out", () => {
  expect(vacancyFinding("SECRETARY", "2026-03-01", "2026-03-30")).toBeNull();
  expect(vacancyFinding("SECRETARY", "2026-03-01", "2026-03-31")).toMatchObject({
    rule: "ORG-20",
    values: { post: "SECRETARY", since: "2026-03-01", days: 30 },
  });
});

describe("the stages of a re-election", () => {
  const stages = electionStages.map(({ stage }) => stage);

  test("follow each other with their papers, and no other way", () => {
    for (const from of electionStages) {
      for (const to of electionStages) {
        const next = stages.indexOf(to.stage) === stages.indexOf(from.stage) + 1;
        const refusal = stageRefusal(from.stage, to.stage, to.materials);
        expect(refusal?.code ?? null, `${from.stage} ${to.stage}`).toBe(next ? null : "term.stage_out_of_order");
      }
    }
    expect(stageAfter("DUE")).toBe("PREP");
    expect(stageAfter("ARCHIVED")).toBeNull();
  });

  test.each<[number, readonly ElectionMaterial[]]>(
    electionStages.flatMap(({ materials }, at) =>
      materials.map((missing): [number, readonly ElectionMaterial[]] => [
        at,
        materials.filter((each) => each !== missing),
      ]),
    ),
  )("stage %i isn't reached with %j alone", (at, materials) => {
    const [from, to] = [electionStages[at - 1]?.stage ?? "DUE", electionStages[at]?.stage ?? "DUE"];
    expect(stageRefusal(from, to, materials)).toMatchObject({
      code: "term.material_missing",
      values: { rule: "ORG-21", stage: to },
    });
  });

  test("a refusal names what comes next and what is missing", () => {
    expect(stageRefusal("PREP", "APPROVED", [])?.values).toMatchObject({ next: "REQUESTED" });
    expect(stageRefusal("ARCHIVED", "DUE", [])?.values).toMatchObject({ next: "" });
    expect(stageRefusal("NOMINATING", "CANDIDATES_APPROVED", [])?.values.materials).toBe(
      "candidates_request candidates_reply",
    );
  });

  test("there are ten stages and eleven papers", () => {
    expect(stages).toHaveLength(10);
    expect(electionStages.flatMap(({ materials }) => materials)).toHaveLength(11);
  });
});
