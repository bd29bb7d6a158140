import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Example, type ExampleBranch, type HeldMeeting, openExample } from "../../testing/example-branch.ts";
import { openStage } from "../../testing/stage.ts";

let example: Example;
let first: Client;
let second: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  await example.adopt("monthly_full");
  first = await example.client("first.secretary", "branch_secretary", example.branch.id);
  second = await example.client("second.secretary", "branch_secretary", example.other.id);
});
afterAll(() => example.close());

type Entry = {
  readonly client: Client;
  readonly branch: ExampleBranch;
  readonly held: HeldMeeting;
  readonly day: string;
};

/** What a branch holds in a month: its committee, one of its groups, and all members. */
const heldIn = (month: string, { groupIds }: ExampleBranch): HeldMeeting[] => [
  { template: "committee_meeting", on: `${month}-04` },
  { template: "group_meeting", on: `${month}-09`, groupId: groupIds[0] },
  { template: "general_meeting", on: `${month}-12` },
];
const sheets = (branch: ExampleBranch, month: string) =>
  example.query(
    `SELECT scheme_code, total, coverage, order_key, lines FROM score_sheet
     WHERE organization_id = $1 AND period_from = $2 AND basis = 'published' ORDER BY 1`,
    [branch.id, `${month}-01`],
  );

test("meetings entered weeks later, in another order, count as those entered on their day while the month is open", async () => {
  const months = ["2026-01", "2026-02", "2026-03"];
  let run = 0;
  const days = fc.array(fc.integer({ min: 13, max: 28 }), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(days, async (later) => {
      const month = months[run] as string;
      run += 1;
      const entries = [
        ...heldIn(month, example.branch).map(
          (held): Entry => ({ client: first, branch: example.branch, held, day: held.on }),
        ),
        ...heldIn(month, example.other).map(
          (held, index): Entry => ({ client: second, branch: example.other, held, day: `${month}-${later[index]}` }),
        ),
      ].sort((a, b) => (a.day < b.day ? -1 : 1));
      for (const { client, branch, held, day } of entries) {
        example.clock.set(`${day}T06:00:00.000Z`);
        await example.enter(client, branch, held);
      }
      example.clock.set(`${month}-28T15:00:00.000Z`);
      await example.settle();
      const [one, other] = [await sheets(example.branch, month), await sheets(example.other, month)];
      expect(one).toHaveLength(2);
      expect(other).toEqual(one);
    }),
    { numRuns: months.length, seed: 20261121, endOnFailure: true },
  );
});
