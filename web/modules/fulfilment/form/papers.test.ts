import { expect, test } from "vitest";
import type { RecordForm } from "../draft.ts";
import { guidesAt } from "./guides.ts";
import { papersOf, withFile, withPaper } from "./papers.ts";

const type = (code: string, part: object) =>
  ({ code, materials: [], guides: [], ...part }) as unknown as RecordForm["template"];
const paper = (code: string, field?: string) => ({ code, name: { zh: code, en: code }, ...(field ? { field } : {}) });

test("papers are asked for once, and those that the record itself is aren't asked for at all", () => {
  const { asked, inRecord } = papersOf([
    type("theme_day", { materials: [paper("plan"), paper("sign_in", "attendance"), paper("summary", "minutes")] }),
    type("party_lecture", { materials: [paper("lecture_notes"), paper("sign_in", "attendance")] }),
  ]);
  expect(asked.map(({ code }) => code)).toEqual(["plan", "lecture_notes"]);
  expect(inRecord.map(({ code }) => code)).toEqual(["sign_in", "summary"]);
});

test("a paper is ticked and unticked", () => {
  const ticked = withPaper([], "plan");
  expect(ticked).toEqual([{ code: "plan", fileId: null }]);
  expect(withPaper([...ticked, { code: "notes", fileId: null }], "plan")).toEqual([{ code: "notes", fileId: null }]);
});

test("guides stand where they are needed, the same words only once", () => {
  const guide = (code: string, at: string, text = code) => ({ code, at, title: {}, text: { zh: text, en: text } });
  const types = [
    type("a", { guides: [guide("photographs", "materials", "照片可有可无"), guide("form", "start")] }),
    type("b", { guides: [guide("photographs", "materials", "照片可有可无"), guide("notes", "materials")] }),
  ];
  expect(guidesAt(types, "materials").map(({ text }) => text.zh)).toEqual(["照片可有可无", "notes"]);
  expect(guidesAt(types, "start").map(({ code }) => code)).toEqual(["a.form"]);
  expect(guidesAt(types, "minutes")).toEqual([]);
});

test("a file is put to a paper that is there, and taken away without it", () => {
  const kept = withPaper([], "plan");
  expect(withFile(kept, "plan", "f")).toEqual([{ code: "plan", fileId: "f" }]);
  expect(withFile(withFile(kept, "plan", "f"), "plan", null)).toEqual(kept);
  expect(withFile(kept, "another", "f")).toEqual(kept);
});
