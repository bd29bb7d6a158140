import { expect, test } from "vitest";
import { wordProposal } from "./gap-words.ts";

const proposal = {
  act: "create",
  kind: "BRANCH",
  name: "氢能技术党支部",
  under: { name: "澜阳供电公司党委" },
  post: null,
  personId: null,
  personName: null,
} as const;
const unit = { name: "氢能技术部" };

test("a proposal is one sentence, with who would lead where somebody would", () => {
  expect(wordProposal({ unit, proposal }, "zh")).toBe("设立党支部“氢能技术党支部”，隶属澜阳供电公司党委");
  const led = { ...proposal, post: "SECRETARY", personId: "p", personName: "穆清源" } as const;
  expect(wordProposal({ unit, proposal: led }, "zh")).toContain("，穆清源任书记");
});

test("who may not be named and what may not be seen are called so", () => {
  const appoint = { ...proposal, act: "appoint", post: "GROUP_LEADER", personId: "p" } as const;
  expect(wordProposal({ unit, proposal: appoint }, "zh")).toBe("由一名党员任党小组组长");
  expect(wordProposal({ unit, proposal: { ...proposal, under: { name: null } } }, "en")).toBe(
    "Set up “氢能技术党支部” (Branch) under the superior",
  );
});
