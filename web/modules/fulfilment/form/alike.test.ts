import { expect, test } from "vitest";
import { alikeOf } from "./alike.ts";

const judged = (organizationId: string, templateCode: string, passed: boolean) =>
  ({ organizationId, templateCode, counted: true, items: [{ code: "half_present", passed }] }) as unknown as Parameters<
    typeof alikeOf
  >[0][number];

test("hosts that stand alike are shown together, one that stands otherwise and another type for themselves", () => {
  const all = [
    judged("a", "theme_day", true),
    judged("a", "party_lecture", true),
    judged("b", "theme_day", true),
    judged("c", "theme_day", false),
  ];
  expect(alikeOf(all).map(({ templateCode, organizationIds }) => [templateCode, ...organizationIds])).toEqual([
    ["theme_day", "a", "b"],
    ["party_lecture", "a"],
    ["theme_day", "c"],
  ]);
});
