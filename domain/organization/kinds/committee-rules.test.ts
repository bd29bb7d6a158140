import { describe, expect, test } from "vitest";
import { committeeFindings } from "./committee-rules.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import { soundBranch } from "./testing.ts";

const postsOfCommittee = { SECRETARY: 1, ORGANIZATION_MEMBER: 1, PUBLICITY_MEMBER: 1, DISCIPLINE_MEMBER: 1 };
const of = (changes: Partial<OrganizationFacts>) =>
  committeeFindings(soundBranch(changes)).map(
    ({ rule, strength, code, values }) => `${rule} ${strength} ${code}${values.post ? ` ${values.post}` : ""}`,
  );
const committee = (people: number, standing: number | null = null) => ({ people, posts: postsOfCommittee, standing });

describe("the committee of a branch of seven or more", () => {
  test.each([
    [2, ["ORG-11 must committee.too_small"]],
    [3, []],
    [5, []],
    [6, ["ORG-11 general committee.larger_than_usual"]],
    [7, ["ORG-11 general committee.larger_than_usual"]],
    [8, ["ORG-11 general committee.too_large"]],
  ])("of %i people: %j", (people, expected) => {
    expect(of({ fullMembers: 7, committee: committee(people) })).toEqual(expected);
    expect(of({ fullMembers: 30, kind: "JOINT_BRANCH", committee: committee(people) })).toEqual(expected);
  });

  test.each(["SECRETARY", "ORGANIZATION_MEMBER", "PUBLICITY_MEMBER", "DISCIPLINE_MEMBER"])("has its %s", (post) => {
    const posts = { ...postsOfCommittee, [post]: 0 };
    expect(of({ committee: { people: 4, posts, standing: null } })).toEqual([
      `ORG-11 must committee.post_missing ${post}`,
    ]);
  });

  test("has one deputy at most", () => {
    const posts = (deputies: number) => ({ ...postsOfCommittee, DEPUTY_SECRETARY: deputies });
    expect(of({ committee: { people: 5, posts: posts(1), standing: null } })).toEqual([]);
    expect(of({ committee: { people: 5, posts: posts(2), standing: null } })).toEqual([
      "ORG-11 must committee.too_many_in_post DEPUTY_SECRETARY",
    ]);
  });
});

describe("a branch of six", () => {
  const six = (posts: OrganizationFacts["committee"]["posts"], people: number) =>
    of({ fullMembers: 6, committee: { people, posts, standing: null } });
  test("has one secretary, and a deputy where it needs one", () => {
    expect(six({ SECRETARY: 1 }, 1)).toEqual([]);
    expect(six({ SECRETARY: 1, DEPUTY_SECRETARY: 1 }, 2)).toEqual([]);
    expect(six({}, 0)).toEqual(["ORG-12 must committee.post_missing SECRETARY"]);
    expect(six({ SECRETARY: 2 }, 2)).toEqual(["ORG-12 must committee.too_many_in_post SECRETARY"]);
    expect(six({ SECRETARY: 1, DEPUTY_SECRETARY: 2 }, 3)).toEqual([
      "ORG-12 must committee.too_many_in_post DEPUTY_SECRETARY",
    ]);
  });

  test("needs no committee beside them", () => {
    expect(six({ SECRETARY: 1, PUBLICITY_MEMBER: 1 }, 2)).toEqual(["ORG-12 general committee.not_needed"]);
  });
});

describe("upper committees", () => {
  const deputies = (count: number) => ({ SECRETARY: 1, DEPUTY_SECRETARY: count });
  test.each<[number, number | null, string[]]>([
    [4, null, ["ORG-09 general committee.too_small"]],
    [5, null, []],
    [9, null, []],
    [10, null, ["ORG-09 general committee.larger_than_usual"]],
    [11, null, ["ORG-09 general committee.larger_than_usual"]],
    [12, null, ["ORG-09 must committee.too_large"]],
    [14, 5, ["ORG-09 general committee.too_small"]],
    [15, 7, []],
    [21, 5, []],
    [22, 5, ["ORG-09 general committee.too_large"]],
    [15, 4, ["ORG-09 general standing_committee.too_small"]],
    [15, 8, ["ORG-09 general standing_committee.larger_than_usual"]],
    [15, 9, ["ORG-09 general standing_committee.larger_than_usual"]],
    [15, 10, ["ORG-09 must standing_committee.too_large"]],
  ])("a Party committee of %i, standing %s: %j", (people, standing, expected) => {
    expect(of({ kind: "COMMITTEE", committee: { people, posts: deputies(1), standing } })).toEqual(expected);
  });

  test("a Party committee has a secretary and one or two deputies", () => {
    const having = (posts: object) => of({ kind: "COMMITTEE", committee: { people: 7, posts, standing: null } });
    expect(having(deputies(2))).toEqual([]);
    expect(having(deputies(3))).toEqual(["ORG-09 general committee.too_many_in_post DEPUTY_SECRETARY"]);
    expect(having({})).toEqual([
      "ORG-09 general committee.post_missing SECRETARY",
      "ORG-09 general committee.post_missing DEPUTY_SECRETARY",
    ]);
  });

  test.each([
    [4, ["ORG-10 general committee.too_small"]],
    [5, []],
    [7, []],
    [8, ["ORG-10 general committee.larger_than_usual"]],
    [9, ["ORG-10 general committee.larger_than_usual"]],
    [10, ["ORG-10 must committee.too_large"]],
  ])("a general branch's committee of %i: %j", (people, expected) => {
    expect(of({ kind: "GENERAL_BRANCH", committee: committee(people) })).toEqual(expected);
  });

  test("a general branch has a secretary", () => {
    expect(of({ kind: "GENERAL_BRANCH", committee: { people: 5, posts: {}, standing: null } })).toEqual([
      "ORG-10 general committee.post_missing SECRETARY",
    ]);
  });
});

test("nothing is asked of the committee of a temporary branch, a Party group or a 党小组", () => {
  const none = { people: 0, posts: {}, standing: null };
  for (const kind of ["TEMP_BRANCH", "PARTY_GROUP", "GROUP"] as const) {
    expect(of({ kind, committee: none })).toEqual([]);
  }
});

test("the size found and the sizes allowed are in the finding", () => {
  expect(committeeFindings(soundBranch({ committee: committee(2) }))[0]?.values).toEqual({
    people: 2,
    least: 3,
    usual: 5,
    most: 7,
  });
});
