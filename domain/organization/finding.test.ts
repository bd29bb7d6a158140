import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleStrengths, stepRule, strengthOf } from "./basis-things.ts";
import { finding, refuseBy } from "./finding.ts";

const rules = JSON.parse(readFileSync(join(import.meta.dirname, "../rules/rules.json"), "utf8")) as {
  id: string;
  lvl: string;
}[];

test("every rule is as binding here as in the rule set", () => {
  const known = new Map(rules.map(({ id, lvl }) => [id, lvl]));
  const named = Object.entries(ruleStrengths);
  expect(named.filter(([id, strength]) => known.get(id) !== strength)).toEqual([]);
  expect(named.length).toBeGreaterThan(50);
});

test("a finding and a refusal say their rule and how binding it is", () => {
  expect(finding("ORG-02", "x.y", { units: 6 })).toEqual({
    rule: "ORG-02",
    strength: "general",
    code: "x.y",
    values: { units: 6 },
  });
  expect(finding("ORG-01", "x.y", {}, "general").strength).toBe("general");
  expect(refuseBy("ORG-06", "x.y", { act: "dues" }, "act")).toEqual({
    refused: true,
    code: "x.y",
    values: { rule: "ORG-06", strength: "general", act: "dues" },
    field: "act",
  });
  expect(refuseBy("DEV-T4", "x.y", {}, undefined, "practice").values.strength).toBe("practice");
  expect(strengthOf(stepRule(7))).toBe("must");
  expect(stepRule(7)).toBe(["DEV", "07"].join("-"));
  expect(stepRule(25)).toBe(["DEV", "25"].join("-"));
});
