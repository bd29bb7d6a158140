import { expect, test } from "vitest";
import { bodyOf } from "../draft.ts";
import { draftWith, form, memoryStore } from "../drafts/testing.ts";
import { nothingTyped } from "../parts/kept-part.ts";
import {
  countsOf,
  idOf,
  type LeftFile,
  type Outcome,
  type PartSubmission,
  type RecordSubmission,
  type SentFile,
  type Submission,
  sendAll,
} from "./queue.ts";
import { queue, queued, unqueue, unqueueAll } from "./queue-store.ts";

function submission(draftId: string, part: Partial<RecordSubmission> = {}): RecordSubmission {
  const draft = draftWith({ draftId, key: draftId });
  return {
    draft,
    body: bodyOf(draft, form),
    organizationId: "org",
    templateName: form.template.name,
    madeAt: 1,
    tried: false,
    state: "waiting",
    refusal: null,
    recordId: null,
    ...part,
  };
}

const photo = (id: string): SentFile => ({ id, paper: null });

const of = {
  ...{ recordId: "r", organizationId: "org", subjectId: "branch" },
  ...{ subjectName: "化学运行党支部", title: "联合学习", occurredOn: "2026-03-18" },
};
const part: PartSubmission = {
  ...{ organizationId: "org", madeAt: 1, tried: false, state: "waiting", refusal: null, recordId: null },
  typed: { of, key: "k-1", part: nothingTyped, from: nothingTyped },
  sends: { act: "enter", body: { subjectId: "branch", attendance: [], guests: [] } },
};

type Files = SentFile[] | null | { arrived: SentFile[]; left: LeftFile[]; lost: boolean };

function line(outcomes: Outcome[], files: Files[] = []) {
  const kept = new Map<string, Submission>();
  const bodies: string[] = [];
  const means = {
    sendFiles: async () => {
      const came = files.length > 0 ? (files.shift() as Files) : [];
      if (came !== null && "arrived" in came) return came;
      return { arrived: came ?? [], left: [], lost: came === null };
    },
    submit: async (one: Submission): Promise<Outcome> => {
      const { body } = "body" in one ? one : one.sends;
      bodies.push(JSON.stringify({ draft: idOf(one), body }));
      return outcomes.shift() ?? { came: "sent", recordId: `record of ${idOf(one)}` };
    },
    keep: (one: Submission) => void kept.set(idOf(one), one),
  };
  return { means, kept, bodies };
}

test("the oldest goes out first, and each knows its record afterwards", async () => {
  const { means, kept, bodies } = line([]);
  await sendAll([submission("b", { madeAt: 2 }), submission("a", { madeAt: 1 })], means);
  expect(bodies.map((text) => JSON.parse(text).draft)).toEqual(["a", "b"]);
  expect([...kept.values()].map(({ state, recordId }) => [state, recordId])).toEqual([
    ["sent", "record of a"],
    ["sent", "record of b"],
  ]);
});

test("once it was on its way exactly the same goes out again, whatever photographs came since", async () => {
  const { means, kept, bodies } = line([{ came: "lost" }], [[photo("f1")], [photo("f2")]]);
  await sendAll([submission("a")], means);
  expect(kept.get("a")).toMatchObject({ state: "waiting", tried: true });
  await sendAll([...kept.values()], means);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toBe(bodies[0]);
  expect(JSON.parse(bodies[0] ?? "").body.fileIds).toEqual(["f1"]);
});

test("without a line for its photographs it waits, and nothing after it goes out either", async () => {
  const { means, kept, bodies } = line([], [null]);
  await sendAll([submission("a"), submission("b", { madeAt: 2 })], means);
  expect(bodies).toEqual([]);
  expect(kept.size).toBe(0);
});

test("what the server doesn't take is shown with its sentence and doesn't stop the next one", async () => {
  const { means, kept } = line([{ came: "refused", message: "请写明补录的原因。" }]);
  await sendAll([submission("a"), submission("b", { madeAt: 2 })], means);
  expect(kept.get("a")).toMatchObject({ state: "refused", refusal: "请写明补录的原因。" });
  expect(kept.get("b")).toMatchObject({ state: "sent" });
});

test("what was refused or sent isn't sent again by itself", async () => {
  const { means, bodies } = line([]);
  await sendAll([submission("a", { state: "refused" }), submission("b", { state: "sent" })], means);
  expect(bodies).toEqual([]);
});

test("what waits belongs to one account of the device, and goes with it", () => {
  const store = memoryStore();
  queue("a", submission("d-1"), store);
  queue("a", submission("d-2", { state: "refused" }), store);
  queue("b", submission("d-3"), store);
  expect(countsOf(queued("a", store))).toEqual({ waiting: 1, refused: 1, sent: 0, marked: 0, left: 0 });
  unqueueAll("a", store);
  expect(queued("a", store)).toEqual([]);
  expect(queued("b", store)).toHaveLength(1);
});

test("the file of a paper goes to its paper, and one that didn't arrive leaves it kept on paper", async () => {
  const { means, bodies } = line([], [[photo("f1"), { id: "f2", paper: "agenda" }]]);
  const waiting = submission("a");
  const materials = [
    { code: "agenda", fileId: null },
    { code: "notice", fileId: null },
  ];
  await sendAll([{ ...waiting, body: { ...waiting.body, materials } }], means);
  expect(JSON.parse(bodies[0] ?? "").body).toMatchObject({
    fileIds: ["f1"],
    materials: [
      { code: "agenda", fileId: "f2" },
      { code: "notice", fileId: null },
    ],
  });
});

const marked: LeftFile = { key: "f", name: "工作安排.docx", marking: "机密", message: "已隔离" };

test("a file that the server keeps apart is told with the submission, which goes out without it", async () => {
  const { means, kept, bodies } = line([], [{ arrived: [photo("f1")], left: [marked], lost: false }]);
  await sendAll([submission("a")], means);
  expect(JSON.parse(bodies[0] ?? "").body.fileIds).toEqual(["f1"]);
  expect(kept.get("a")).toMatchObject({ state: "sent", left: [marked] });
  expect(countsOf([...kept.values()])).toMatchObject({ sent: 1, marked: 1, left: 0 });
});

test("it is told at once, also where the line is gone before the rest of the files has arrived", async () => {
  const { means, kept, bodies } = line([], [{ arrived: [], left: [marked], lost: true }, [photo("f2")]]);
  await sendAll([submission("a")], means);
  expect(bodies).toEqual([]);
  expect(kept.get("a")).toMatchObject({ state: "waiting", tried: false, left: [marked] });
  await sendAll([...kept.values()], means);
  expect(kept.get("a")).toMatchObject({ state: "sent", left: [marked] });
});

test("a host's own part waits beside the records, without files, and is sent as it was made", async () => {
  const store = memoryStore();
  queue("a", part, store);
  queue("a", submission("d-1", { madeAt: 2 }), store);
  expect(queued("a", store).map(idOf)).toEqual(["r.branch", "d-1"]);
  const { means, kept, bodies } = line([{ came: "lost" }]);
  means.sendFiles = () => Promise.reject(new Error("a part has no files"));
  await sendAll([part], means);
  await sendAll([...kept.values()], means);
  expect(bodies).toEqual([bodies[0], bodies[0]]);
  expect(kept.get("r.branch")).toMatchObject({ state: "sent", tried: true });
  unqueue("a", "r.branch", store);
  expect(queued("a", store).map(idOf)).toEqual(["d-1"]);
});
