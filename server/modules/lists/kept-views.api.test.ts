import { randomUUID } from "node:crypto";
import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let other: Client;
beforeAll(async () => {
  group = await assessedGroup();
  other = await group.caller("other", "organizer");
});
beforeEach(async () => {
  await group.query("DELETE FROM list_view");
});
afterAll(() => group.close());

const body = (over: Partial<Body<"keepView">> = {}): Body<"keepView"> => ({
  list: "listPeople",
  name: "预备党员",
  search: { state: "PROBATIONARY", sort: "joined" },
  columns: ["name", "joined"],
  ...over,
});
async function keep(over: Partial<Body<"keepView">> = {}, viewId: string = randomUUID(), client = group.office) {
  await client.ask("keepView", { params: { viewId }, body: body(over) });
  return viewId;
}
const views = async (client = group.office, list: "listPeople" | "listRecords" = "listPeople") =>
  (await client.ask("listViews", { query: { list } })).items;

test("a view keeps filters, order and columns, for its account and its list alone", async () => {
  const id = await keep();
  expect(await views()).toEqual([{ id, usual: false, ...body() }]);
  expect(await views(other)).toEqual([]);
  expect(await views(group.office, "listRecords")).toEqual([]);
});

test("keeping it again changes it", async () => {
  const id = await keep();
  await keep({ name: "预备", search: {}, columns: [] }, id);
  expect(await views()).toEqual([{ id, usual: false, ...body({ name: "预备", search: {}, columns: [] }) }]);
});

test("one view of a list opens with the page: the one marked last", async () => {
  const first = await keep({ usual: true });
  await keep({ name: "二", usual: true });
  const elsewhere = await keep({ list: "listRecords", columns: [], usual: true });
  expect((await views()).map(({ name, usual }) => [name, usual])).toEqual([
    ["二", true],
    ["预备党员", false],
  ]);
  await keep({ usual: true }, first);
  expect((await views()).find(({ usual }) => usual)?.id).toBe(first);
  expect((await views(group.office, "listRecords"))[0]).toMatchObject({ id: elsewhere, usual: true });
});

test("a forgotten view is gone, and another's can neither be changed nor forgotten", async () => {
  const id = await keep();
  await group.refused(other, "forgetView", { params: { viewId: id } }, "not_found");
  await group.refused(other, "keepView", { params: { viewId: id }, body: body() }, "not_found");
  await group.office.ask("forgetView", { params: { viewId: id } });
  expect(await views()).toEqual([]);
  await group.refused(group.office, "forgetView", { params: { viewId: id } }, "not_found");
});

test("two of the same name, columns that aren't there and more than twenty are refused", async () => {
  await keep();
  const send = (over: Partial<Body<"keepView">>) => ({ params: { viewId: randomUUID() }, body: body(over) });
  await group.refused(group.office, "keepView", send({}), "view.name_taken");
  await group.refused(group.office, "keepView", send({ name: "二", columns: ["phone"] }), "view.column_unknown");
  await group.refused(group.office, "keepView", send({ name: " " }), "request.invalid");
  for (let number = 2; number <= 20; number += 1) await keep({ name: `${number}` });
  await group.refused(group.office, "keepView", send({ name: "21" }), "view.too_many");
});

test("keeping, changing and forgetting a view leave one audit entry each", async () => {
  const entries = () => group.query<{ action: string }>("SELECT action FROM audit_entry ORDER BY id");
  const before = (await entries()).length;
  const viewId = await keep();
  await keep({ usual: true }, viewId);
  await group.office.ask("forgetView", { params: { viewId } });
  const added = (await entries()).slice(before).map(({ action }) => action);
  expect(added).toEqual(["lists.keep_view", "lists.keep_view", "lists.forget_view"]);
});
