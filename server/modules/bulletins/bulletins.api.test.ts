import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Example, openExample } from "../../testing/example-branch.ts";
import { openStage } from "../../testing/stage.ts";
import { unzipped } from "../../testing/unzipped.ts";
import { foldAllCounts } from "../dashboard/index.ts";

let example: Example;
let office: Client;
let leader: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  leader = await example.client("leader", "party_committee_leader", example.rootId);
  const secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-01-20T06:00:00.000Z");
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-01-12" });
  await example.enter(secretary, example.branch, { template: "theme_day", on: "2026-01-08" });
  example.clock.set("2026-02-06T06:00:00.000Z");
  await example.settle();
  await foldAllCounts(example.application.workshop.database, example.tenantId, "2026-02-06");
});
afterAll(() => example.close());

const month = "2026-01";
const at = () => ({ organizationId: example.rootId });
const of = (which = month) => ({ params: { ...at(), month: which } });
const typed = {
  number: "",
  recipient: "各党支部",
  opening: "",
  requirements: "补齐。",
  closing: "特此通报。",
  copies: "领导",
};
const saving = (texts: typeof typed, revision: number, which = month) => ({
  ...of(which),
  body: { texts, leadingOnly: true, revision },
});
const notice = async (client = office, which = month) => (await client.ask("getBulletin", of(which))).notice;
const rowsOf = async (heading: string) => {
  const { blocks } = await notice();
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  return tables.find(({ columns }) => columns[0]?.heading === heading)?.rows.map(({ cells }) => [...cells]) ?? [];
};

describe("the preview", () => {
  test("has the figures of the matrix, by kind and by organisation", async () => {
    const figures = await office.ask("getDutyFigures", { params: at(), query: { period: month } });
    const { owed, done, overdue, late } = figures.total;
    expect(done).toBeGreaterThan(0);
    const kinds = await rowsOf("类型");
    const total = [String(owed), String(done)];
    expect(kinds.at(-1)?.slice(0, 3)).toEqual(["合计", ...total]);
    expect(kinds.at(-1)?.slice(4)).toEqual([String(overdue), String(late)]);
    const sum = (column: number) => kinds.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
    expect([sum(1), sum(2), sum(4), sum(5)]).toEqual([owed, done, overdue, late]);
    const places = await rowsOf("组织");
    const named = figures.rows.filter(({ own }) => !own);
    for (const { organizationName, figures: row } of named) {
      const printed = places.find(([name]) => name === organizationName);
      expect(printed?.slice(1, 3)).toEqual([String(row.owed), String(row.done)]);
    }
  });

  test("is the same for a leader, who may change nothing of it", async () => {
    expect(await notice(leader)).toEqual(await notice());
    const refused = await leader.call("saveBulletin", saving(typed, 0));
    expect(refused.refusal.code).toBe("access.not_allowed");
  });

  test("names no restricted organisation, and its figures stay in the sum", async () => {
    const [before = []] = [await rowsOf("组织")];
    const { name } = await office.ask("getOrganization", { params: { organizationId: example.other.id } });
    expect(before.map(([first]) => first)).toContain(name);
    await office.ask("restrictOrganization", {
      params: { organizationId: example.other.id },
      body: { restriction: "SECRET" },
    });
    const after = await rowsOf("组织");
    expect(JSON.stringify(await notice())).not.toContain(name);
    expect(after.find(([first]) => first === "其他组织")?.slice(1)).toEqual(
      before.find(([first]) => first === name)?.slice(1),
    );
    expect(after.at(-1)).toEqual(before.at(-1));
    await office.ask("restrictOrganization", {
      params: { organizationId: example.other.id },
      body: { restriction: null },
    });
  });

  test("says nothing of a month that hasn't begun", async () => {
    const { refusal } = await office.call("getBulletin", of("2026-03"));
    expect(refusal).toMatchObject({ code: "bulletin.month_ahead" });
    expect(await example.refused(office, "makeBulletin", of("2026-03"))).toBe("bulletin.month_ahead");
    expect(await example.refused(office, "saveBulletin", saving(typed, 0, "2026-03"))).toBe("bulletin.month_ahead");
  });
});

describe("what is typed", () => {
  test("is kept for the month; of two who type at once the second is told", async () => {
    expect((await office.ask("getBulletin", of())).revision).toBe(0);
    expect(await office.ask("saveBulletin", saving(typed, 0))).toEqual({ revision: 1 });
    expect(await example.refused(office, "saveBulletin", saving(typed, 0))).toBe("bulletin.saved_by_other");
    const kept = await office.ask("getBulletin", of());
    expect(kept).toMatchObject({ texts: typed, leadingOnly: true, revision: 1 });
    expect(kept.notice.blocks).toContainEqual({ kind: "paragraph", text: "补齐。" });
  });

  test("the next month begins with whom it goes to and how it ends, and without what was asked for", async () => {
    const { texts, leadingOnly, revision } = await office.ask("getBulletin", of("2026-02"));
    expect({ texts, leadingOnly, revision }).toEqual({
      texts: { ...typed, requirements: "" },
      leadingOnly: true,
      revision: 0,
    });
    expect((await office.ask("getBulletin", of("2025-12"))).texts.closing).toBe("");
  });

  test("invisible characters are refused", async () => {
    const sending = saving({ ...typed, opening: "甲\u0000乙" }, 1);
    expect(await example.refused(office, "saveBulletin", sending)).toBe("bulletin.control_characters");
  });
});

describe("a bulletin that was made", () => {
  const make = async () => (await office.ask("makeBulletin", of())).bulletinId;
  const fileOf = async (bulletinId: string) => {
    const got = await leader.call("getBulletinFile", { params: { ...at(), bulletinId } });
    expect(got.headers["content-disposition"]).toContain(encodeURIComponent("（草稿）.docx"));
    return (await unzipped(got.bytes)).get("word/document.xml") ?? "";
  };

  test("is listed, and its Word file says what the preview said", async () => {
    const shown = await notice();
    const id = await make();
    const { items } = await leader.ask("listBulletins", { params: at(), query: {} });
    expect(items[0]).toMatchObject({ id, month, title: shown.title, madeBy: "party_affairs_officer" });
    expect(items[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    const body = await fileOf(id);
    for (const block of shown.blocks) {
      const texts = block.kind === "table" ? block.rows.flatMap(({ cells }) => cells) : [block.text];
      for (const text of texts) expect(body).toContain(`>${text}<`);
    }
  });

  test("stays as it is when figures and texts change", async () => {
    const id = await make();
    const before = await fileOf(id);
    await office.ask("saveBulletin", saving({ ...typed, requirements: "改了。" }, 1));
    expect(await fileOf(id)).toBe(before);
    expect(await fileOf(await make())).toContain("改了。");
  });

  test("carries the newest signed head of the audit, and each making is in it", async () => {
    const [head] = await example.query<{ sequence: string; mac: string }>(
      "SELECT sequence::text, mac FROM audit_anchor ORDER BY sequence DESC LIMIT 1",
    );
    if (head) expect((await notice()).proof).toContain(head.mac);
    await example.query("DELETE FROM audit_anchor");
    expect((await notice()).proof).toBe("");
    await example.query("INSERT INTO audit_anchor VALUES ($1, 12, 'chain', 'the-signature', '2026-02-05T23:00:00Z')", [
      example.tenantId,
    ]);
    expect((await notice()).proof).toBe("审计链第 12 号签名（2026-02-06）：the-signature");
    await example.audited(office, "makeBulletin", of());
  });

  test("the list goes on page by page", async () => {
    const first = await office.ask("listBulletins", { params: at(), query: { limit: 2 } });
    const rest = await office.ask("listBulletins", { params: at(), query: { limit: 2, after: first.next ?? "" } });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});

test("a published board is named rank by rank, a trial isn't", async () => {
  expect((await office.ask("getBulletin", of())).boardsUnpublished).toBe(true);
  const [{ id: boardId } = { id: "" }] = await example.query<{ id: string }>(
    `INSERT INTO board (tenant_id, id, organization_id, scheme_code, scheme_version, span, period_from, period_version, class, proportions,
       published_at, published_by)
     SELECT $1, gen_random_uuid(), $2, 'monthly', max(version), 'month', '2026-01-01', 1, '生产类', '[]', now(), gen_random_uuid()
     FROM scheme_version WHERE code = 'monthly' RETURNING id`,
    [example.tenantId, example.rootId],
  );
  await example.query(
    `INSERT INTO board_row (tenant_id, board_id, organization_id, position, name, rank, total, coverage)
     SELECT $1, $2, v.id::uuid, v.position, v.name, v.rank, v.total, 100
     FROM (VALUES ($3, 1, '甲', 1, 98.00), ($4, 2, '乙', 2, 91.00), ($5, 3, '丙', NULL, NULL)) AS v(id, position, name, rank, total)`,
    [example.tenantId, boardId, example.branch.id, example.other.id, example.rootId],
  );
  const { boardsUnpublished, notice: shown } = await office.ask("getBulletin", of());
  expect(boardsUnpublished).toBe(false);
  const texts = shown.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  expect(texts.find((text) => text.includes("（生产类）"))).toMatch(
    /参评组织 3 个，排位 2 个，平均 94\.50 分。居前的是：甲（98\.00 分）、乙（91\.00 分）。$/,
  );
});
