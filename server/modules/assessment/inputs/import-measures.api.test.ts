import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { untilWaiting } from "../../../testing/waiting.ts";

type Figures = Body<"importMeasures">["deliveries"][number]["figures"];
type Delivery = Body<"importMeasures">["deliveries"][number];

let group: AssessedGroup;
let data: Client;
const places: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  places.east = await group.organization("EAST", { kind: "COMMITTEE" });
  places.west = await group.organization("WEST", { kind: "COMMITTEE" });
  places.first = await group.organization("ZB-01", { parentId: places.east });
  places.second = await group.organization("ZB-02", { parentId: places.east });
  places.late = await group.organization("ZB-03", { parentId: places.east, validFrom: "2026-05-01" });
  places.party = await group.organization("XZ-01", { parentId: places.first, kind: "GROUP" });
  places.foreign = await group.organization("ZB-09", { parentId: places.west });
  data = await group.caller("data", "data_officer", places.east);
});
afterAll(() => group.close());

const outage = { metric: "outage_hours", occurredOn: "2026-03-05", quantity: "1.5" } as const;
const sending = (deliveries: readonly Delivery[], over: Partial<Body<"importMeasures">> = {}) => ({
  params: { organizationId: places.east as string },
  body: { source: "operations", month: "2026-03", deliveries: [...deliveries], ...over },
});
const refused = (deliveries: readonly Delivery[], code: string, over: Partial<Body<"importMeasures">> = {}) =>
  group.refused(data, "importMeasures", sending(deliveries, over), code);
const of = (figures: Figures): Delivery[] => [{ organizationCode: "ZB-01", figures }];
const facts = () =>
  group.query<{ organization_id: string; kind: string; quantity: string; attributes: object; details: object }>(
    "SELECT organization_id, kind, quantity, attributes, details FROM fact ORDER BY recorded_at, id",
  );

describe("what is wrong is named by index and field, and nothing is taken in", () => {
  test.each<[string, () => Figures, string, string]>([
    ["a metric nobody reads", () => [{ ...outage, metric: "outages" }], "figures.0.metric", "measure.metric_unknown"],
    ["a metric without code", () => [{ ...outage, metric: null }], "figures.0.metric", "measure.metric_missing"],
    [
      "a day of another month",
      () => [{ ...outage, occurredOn: "2026-02-28" }],
      "figures.0.occurredOn",
      "measure.outside_month",
    ],
    [
      "a day that has not come",
      () => [{ ...outage, occurredOn: "2026-03-19" }],
      "figures.0.occurredOn",
      "measure.in_future",
    ],
    ["a base of zero", () => [{ ...outage, base: "0" }], "figures.0.base", "measure.base_not_positive"],
    [
      "an honour below zero",
      () => [{ ...outage, metric: null, kind: "honour", quantity: "-1" }],
      "figures.0.quantity",
      "measure.below_zero",
    ],
    [
      "a finding without severity",
      () => [{ ...outage, metric: null, kind: "finding.overdue" }],
      "figures.0.attributes",
      "measure.severity_missing",
    ],
    [
      "a review without ballots",
      () => [{ ...outage, metric: null, kind: "review.result", attributes: { review: "recognition" } }],
      "figures.0.attributes",
      "measure.review_incomplete",
    ],
    [
      "the same figure twice",
      () => [outage, { ...outage, quantity: "1.50" }],
      "figures.1.quantity",
      "measure.figure_twice",
    ],
  ])("%s", async (_name, figures, field, code) => {
    const good: Delivery = { organizationCode: "ZB-02", figures: [outage] };
    const { problems } = await refused([good, ...of(figures())], "measure.wrong_entries");
    expect(problems?.map((problem) => [problem.path, problem.code])).toEqual([[`deliveries.1.${field}`, code]]);
    expect(problems?.[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  test.each<[string, () => Delivery[], string[]]>([
    [
      "an unknown code",
      () => [{ organizationCode: "ZB-77", figures: [] }],
      ["organizationCode measure.organization_unknown"],
    ],
    [
      "an organisation beside the place",
      () => [{ organizationCode: "ZB-09", figures: [] }],
      ["organizationCode measure.organization_unknown"],
    ],
    [
      "an organisation beside the place, by id",
      () => [{ organizationId: places.foreign, figures: [] }],
      ["organizationId measure.organization_unknown"],
    ],
    [
      "an organisation above the place",
      () => [{ organizationId: group.rootId, figures: [] }],
      ["organizationId measure.organization_unknown"],
    ],
    [
      "an id and the code of another",
      () => [{ organizationId: places.first, organizationCode: "ZB-02", figures: [] }],
      ["organizationId measure.organization_unknown"],
    ],
    ["no organisation", () => [{ figures: [] }], ["organizationCode measure.organization_unknown"]],
    [
      "one that is not there yet",
      () => [{ organizationCode: "ZB-03", figures: [] }],
      ["organizationCode measure.organization_not_then"],
    ],
    [
      "a 党小组",
      () => [{ organizationCode: "XZ-01", figures: [] }],
      ["organizationCode measure.organization_not_scored"],
    ],
  ])("%s", async (_name, deliveries, wanted) => {
    const { problems } = await refused(deliveries(), "measure.wrong_entries");
    expect(problems?.map(({ path, code }) => `${path} ${code}`)).toEqual(wanted.map((text) => `deliveries.0.${text}`));
  });

  test("one organisation twice", async () => {
    const twice: Delivery[] = [
      { organizationCode: "ZB-01", figures: [] },
      { organizationId: places.first, figures: [] },
    ];
    const { problems } = await refused(twice, "measure.wrong_entries");
    expect(problems).toMatchObject([{ path: "deliveries.1.organizationId", code: "measure.organization_twice" }]);
  });

  test("every wrong entry of many", async () => {
    const wrong = { ...outage, metric: "outages", occurredOn: "2026-04-01" };
    const { problems, values } = await refused(
      [...of([wrong, outage, wrong]), { organizationCode: "no", figures: [] }],
      "measure.wrong_entries",
    );
    expect(values.count).toBe(6);
    expect(problems?.map(({ path }) => path)).toEqual([
      "deliveries.0.figures.0.metric",
      "deliveries.0.figures.0.occurredOn",
      "deliveries.0.figures.2.metric",
      "deliveries.0.figures.2.occurredOn",
      "deliveries.0.figures.2.quantity",
      "deliveries.1.organizationCode",
    ]);
  });

  test.each<[string, object]>([
    ["a number that isn't a decimal", { ...outage, quantity: "1e3" }],
    ["a float", { ...outage, quantity: 1.5 }],
    ["thirteen digits", { ...outage, quantity: "1234567890123" }],
    ["a day that isn't there", { ...outage, occurredOn: "2026-02-30" }],
    ["a kind that only the product makes", { ...outage, kind: "obligation.discharged" }],
    ["attendance from outside", { ...outage, kind: "attendance" }],
    ["a judgement from outside", { ...outage, kind: "judgement" }],
    ["an attribute nobody knows", { ...outage, attributes: { timeliness: "on_time" } }],
  ])("%s doesn't fit the contract", async (_name, figure) => {
    const { problems } = await refused(of([figure as never]), "request.invalid");
    expect(problems?.[0]?.path).toMatch(/^deliveries\.0\.figures\.0/);
  });
});

describe("red lines", () => {
  test.each<[string, Figures, string]>([
    ["log-ins", [{ ...outage, metric: "login_count" }], "operations"],
    ["likes", [{ ...outage, metric: "likes" }], "operations"],
    ["time online", [{ ...outage, metric: "online_minutes" }], "operations"],
    ["a source of them", [outage], "login_log"],
  ])("%s are refused with the rule", async (_name, figures, source) => {
    const { values, message } = await refused(of(figures), "measure.red_line", { source });
    expect(values.rule).toMatch(/^[A-Z]+-\d+$/);
    expect(message).toContain(String(values.rule));
  });
});

test("a month that has not begun is refused", async () => {
  await refused(of([]), "measure.month_in_future", { month: "2026-04" });
});

test("who may not deliver here gets the answer for what isn't there", async () => {
  const params = { organizationId: places.west as string };
  await group.refused(data, "importMeasures", { ...sending(of([])), params }, "not_found");
});

describe("what is right is booked once", () => {
  test("facts name the receipt, keep the note beside the score, and are told from others by content", async () => {
    const second = { ...outage, quantity: "2.50", base: "10.0", note: " 检修 " };
    const got = await data.ask(
      "importMeasures",
      sending([...of([outage, second]), { organizationId: places.second, figures: [] }]),
    );
    expect(got).toEqual({
      deliveries: { added: 2, unchanged: 0 },
      figures: { added: 2, unchanged: 0 },
      afterClose: false,
    });
    expect(await facts()).toMatchObject([
      { organization_id: places.first, kind: "metric", quantity: "1.5", attributes: { metric: "outage_hours" } },
      { quantity: "2.5", attributes: { metric: "outage_hours" }, details: { source: "operations", note: "检修" } },
    ]);
    const [{ n }] = (await group.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM fact f JOIN receipt r ON r.id = f.source_id AND r.rows = 2 WHERE f.source_table = 'receipt'",
    )) as [{ n: number }];
    expect(n).toBe(2);
    expect(await group.query("SELECT organization_id FROM receipt WHERE rows = 0")).toEqual([
      { organization_id: places.second },
    ]);
  });

  test("again, in another order and with other zeros, nothing is added and the answer says so", async () => {
    const before = await facts();
    const same = [
      { ...outage, quantity: "02.5", base: "10", note: "检修" },
      { ...outage, quantity: "1.50" },
    ];
    const got = await data.ask("importMeasures", sending([{ organizationCode: "ZB-02", figures: [] }, ...of(same)]));
    expect([got.deliveries, got.figures]).toEqual([
      { added: 0, unchanged: 2 },
      { added: 0, unchanged: 2 },
    ]);
    expect(await facts()).toEqual(before);
    expect(await group.query("SELECT 1 FROM receipt")).toHaveLength(2);
  });

  test("a later delivery adds what is new of it", async () => {
    const got = await data.ask("importMeasures", sending(of([outage, { ...outage, occurredOn: "2026-03-06" }])));
    expect([got.deliveries.added, got.figures]).toEqual([1, { added: 1, unchanged: 1 }]);
    expect(await facts()).toHaveLength(3);
  });

  test("another source may deliver the same figure", async () => {
    const got = await data.ask("importMeasures", sending(of([outage]), { source: "dispatch" }));
    expect(got.figures).toEqual({ added: 1, unchanged: 0 });
  });

  test("of several deliveries at once of the same figures one adds them; the others wait for it", async () => {
    const figures = [{ ...outage, occurredOn: "2026-03-10" }];
    const both = await withClient(group.database.superUrl, async (other) => {
      await other.query("BEGIN");
      const lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 7080006))";
      await other.query(lock, [`${group.tenantId} operations 2026-03`]);
      const asked = [1, 2].map(() => data.ask("importMeasures", sending(of(figures))));
      await untilWaiting(other, 2);
      await other.query("ROLLBACK");
      return Promise.all(asked);
    });
    expect(both.map(({ figures: { added } }) => added).sort()).toEqual([0, 1]);
  });

  test("results of reviews and findings of a system come the same way", async () => {
    const figures: Figures = [
      {
        kind: "review.result",
        occurredOn: "2026-03-10",
        quantity: "96",
        attributes: { review: "recognition", group: "members", ballots: 6 },
      },
      { kind: "finding.overdue", occurredOn: "2026-03-10", quantity: "1", attributes: { severity: "general" } },
    ];
    await data.ask("importMeasures", sending(of(figures), { source: "review" }));
    const kept = (await facts()).slice(-2);
    expect(kept).toMatchObject([
      { kind: "review.result", attributes: { review: "recognition", group: "members", ballots: 6 } },
      { kind: "finding.overdue", attributes: { severity: "general" } },
    ]);
  });

  test("4 answers of 6 are 样本不足 and not applicable; with enough of them the review is scored", async () => {
    const params = { organizationId: group.rootId };
    await group.office.ask("adoptScheme", {
      params,
      body: { code: "scheme_631", version: 1, periodFrom: "2026-01-01" },
    });
    const review = (ballots: number, occurredOn: string) =>
      data.ask("importMeasures", {
        params: { organizationId: places.east as string },
        body: {
          source: "review",
          month: "2026-02",
          deliveries: [
            {
              organizationCode: "ZB-02",
              figures: [
                { kind: "review.result", occurredOn, quantity: "96", attributes: { review: "recognition", ballots } },
              ],
            },
          ],
        },
      });
    const line = async () => {
      await group.fold();
      const at = { organizationId: places.second as string, period: "2026" };
      const score = await group.office.ask("getScore", { params: at, query: { scheme: "scheme_631" } });
      const found = score.lines.find(({ code }) => code === "recognition");
      return [found?.state, found?.points];
    };
    await review(4, "2026-02-10");
    expect(await line()).toEqual(["not_applicable", null]);
    await review(6, "2026-02-11");
    expect((await line())[0]).toBe("scored");
  });
});
