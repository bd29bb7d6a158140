import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contentOf } from "./draft-content.ts";
import { pause, type Saved, type SyncState, syncDraft } from "./draft-sync.ts";
import { draftWith } from "./testing.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk(answers: Saved[], start = { revision: 0, base: null as string | null, typed: false }) {
  const sent: { title: string; revision: number }[] = [];
  const states: SyncState["name"][] = [];
  const brought: string[] = [];
  const sync = syncDraft(start, draftWith(), {
    save: async ({ title }, _content, revision) => {
      sent.push({ title, revision });
      return answers.shift() ?? { went: "well", revision: revision + 1 };
    },
    tell: ({ name }) => states.push(name),
    kept: () => {},
    merged: ({ title, minutes }) => brought.push(`${title}|${minutes}`),
  });
  return { sync, sent, states, brought };
}
const later = () => vi.advanceTimersByTimeAsync(pause);

test("what is typed reaches the server within two seconds after the last key, in one piece", async () => {
  const { sync, sent, states } = desk([]);
  for (const title of ["安", "安全", "安全生产"]) sync.changed(draftWith({ title }));
  expect(sent).toEqual([]);
  expect(pause).toBeLessThan(2_000);
  await later();
  expect(sent).toEqual([{ title: "安全生产", revision: 0 }]);
  expect(states.at(-1)).toBe("saved");
});

test("a form that nobody wrote into isn't sent", async () => {
  const { sync, sent } = desk([]);
  await sync.push();
  expect(sent).toEqual([]);
});

test("what is typed while it is being saved goes out next, under the new revision", async () => {
  const { sync, sent } = desk([]);
  sync.changed(draftWith({ title: "一" }));
  const saving = sync.push();
  sync.changed(draftWith({ title: "二" }));
  await saving;
  await later();
  expect(sent).toEqual([
    { title: "一", revision: 0 },
    { title: "二", revision: 1 },
  ]);
});

test("without a line it is tried again until it is there", async () => {
  const { sync, sent, states } = desk([{ went: "lost" }, { went: "lost" }]);
  sync.changed(draftWith({ title: "断网时写的" }));
  await later();
  expect(states.at(-1)).toBe("offline");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(3);
  expect(states.at(-1)).toBe("saved");
});

test("an answer that was lost on the way makes no difference out of one's own text", async () => {
  const content = contentOf(draftWith({ title: "一" }));
  const { sync, states, sent } = desk([{ went: "lost" }, { went: "elsewhere", revision: 1, content }]);
  sync.changed(draftWith({ title: "一" }));
  await later();
  sync.changed(draftWith({ title: "一二" }));
  await later();
  await later();
  expect(states).not.toContain("differs");
  expect(sent.at(-1)).toEqual({ title: "一二", revision: 1 });
  expect(states.at(-1)).toBe("saved");
});

test("what was written elsewhere in another field comes in by itself and is saved with what is here", async () => {
  const base = contentOf(draftWith());
  const content = contentOf(draftWith({ minutes: "别处写的纪要" }));
  const { sync, sent, brought } = desk([{ went: "elsewhere", revision: 5, content }], {
    revision: 4,
    base,
    typed: true,
  });
  sync.changed(draftWith({ title: "这里写的主题" }));
  await later();
  await later();
  expect(brought).toEqual(["这里写的主题|别处写的纪要"]);
  expect(sent.map(({ revision }) => revision)).toEqual([4, 5]);
});

test("where both wrote the same field differently nothing goes out until somebody has decided", async () => {
  const content = contentOf(draftWith({ title: "别处的主题" }));
  const start = { revision: 1, base: contentOf(draftWith()), typed: true };
  const { sync, sent, states } = desk([{ went: "elsewhere", revision: 2, content }], start);
  sync.changed(draftWith({ title: "这里的主题" }));
  await later();
  expect(states.at(-1)).toBe("differs");
  sync.changed(draftWith({ title: "这里的主题二" }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  sync.settle(draftWith({ title: "商定的主题" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toEqual({ title: "商定的主题", revision: 2 });
});

test.each(["handed_over", "submitted"] as const)("a draft that was %s meanwhile is left alone", async (went) => {
  const { sync, sent, states } = desk([went === "submitted" ? { went, recordId: "r" } : { went }]);
  sync.changed(draftWith({ title: "一" }));
  await later();
  sync.changed(draftWith({ title: "二" }));
  await later();
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe(went);
});

test("before it is handed over all of it is on the server, or it is known that it isn't", async () => {
  const { sync } = desk([]);
  sync.changed(draftWith({ title: "交审" }));
  expect(await sync.revisionOfAll()).toBe(1);
  const lost = desk([{ went: "lost" }, { went: "lost" }]);
  lost.sync.changed(draftWith({ title: "交审" }));
  expect(await lost.sync.revisionOfAll()).toBeNull();
});
