import type { Strength } from "../basis-things.ts";
import { type Finding, finding } from "../finding.ts";
import { isBranchKind, type Post } from "../things.ts";
import { type CommitteeFacts, type KindLimits, kindLimits, type OrganizationFacts } from "./organization-facts.ts";

/** How many people a committee has: `least` to `usual` as a rule, `most` at all. */
type Size = { readonly rule: "ORG-09" | "ORG-10" | "ORG-11"; readonly least: number; readonly usual: number } & {
  readonly most: number;
  /** How binding the lower and the upper end are, by the words of the regulation. */
  readonly leastIs: Strength;
  readonly mostIs: Strength;
};

/** 一般 5 至 9 人，最多不超过 11 人. */
const ofCommittee: Size = { rule: "ORG-09", least: 5, usual: 9, most: 11, leastIs: "general", mostIs: "must" };
/** Where there is a standing committee: 委员一般 15 至 21 人. */
const withStanding: Size = { rule: "ORG-09", least: 15, usual: 21, most: 21, leastIs: "general", mostIs: "general" };
/** 常委一般 5 至 7 人，最多 9 人. */
const ofStanding: Size = { rule: "ORG-09", least: 5, usual: 7, most: 9, leastIs: "general", mostIs: "must" };
/** 一般 5 至 7 人，最多不超过 9 人. */
const ofGeneralBranch: Size = { rule: "ORG-10", least: 5, usual: 7, most: 9, leastIs: "general", mostIs: "must" };
/** 3 至 5 人，一般不超过 7 人: even the upper end is a 一般. */
const ofBranch: Size = { rule: "ORG-11", least: 3, usual: 5, most: 7, leastIs: "must", mostIs: "general" };
const postsOfBranch = ["SECRETARY", "ORGANIZATION_MEMBER", "PUBLICITY_MEMBER", "DISCIPLINE_MEMBER"] as const;

/** Whether the committee has its size and its posts: ORG-09, ORG-10, ORG-11, ORG-12. */
export function committeeFindings(facts: OrganizationFacts, limits: KindLimits = kindLimits): Finding[] {
  const { kind, committee } = facts;
  if (kind === "COMMITTEE") return ofPartyCommittee(committee);
  if (kind === "GENERAL_BRANCH") {
    return [...sizeFindings(committee.people, ofGeneralBranch), ...missing("ORG-10", committee, ["SECRETARY"])];
  }
  // The leaders of a temporary branch are named by whoever approves it (ORG-06).
  if (!isBranchKind(kind) || kind === "TEMP_BRANCH") return [];
  if (facts.fullMembers >= limits.committeeOfBranchFrom) {
    return [
      ...sizeFindings(committee.people, ofBranch),
      ...missing("ORG-11", committee, postsOfBranch),
      ...tooMany("ORG-11", committee, "DEPUTY_SECRETARY", 1),
    ];
  }
  return withoutCommittee(committee, limits);
}

function ofPartyCommittee(committee: CommitteeFacts): Finding[] {
  const { standing } = committee;
  return [
    ...sizeFindings(committee.people, standing === null ? ofCommittee : withStanding),
    ...(standing === null ? [] : sizeFindings(standing, ofStanding, "standing_committee")),
    ...missing("ORG-09", committee, ["SECRETARY", "DEPUTY_SECRETARY"]),
    ...tooMany("ORG-09", committee, "DEPUTY_SECRETARY", 2),
  ];
}

function withoutCommittee(committee: CommitteeFacts, limits: KindLimits): Finding[] {
  const leaders = holders(committee, "SECRETARY") + holders(committee, "DEPUTY_SECRETARY");
  const values = { people: committee.people, from: limits.committeeOfBranchFrom };
  return [
    ...missing("ORG-12", committee, ["SECRETARY"]),
    ...tooMany("ORG-12", committee, "SECRETARY", 1),
    ...tooMany("ORG-12", committee, "DEPUTY_SECRETARY", 1),
    ...(committee.people > leaders ? [finding("ORG-12", "committee.not_needed", values, "general")] : []),
  ];
}

function sizeFindings(people: number, size: Size, of = "committee"): Finding[] {
  const values = { people, least: size.least, usual: size.usual, most: size.most };
  if (people < size.least) return [finding(size.rule, `${of}.too_small`, values, size.leastIs)];
  if (people > size.most) return [finding(size.rule, `${of}.too_large`, values, size.mostIs)];
  return people > size.usual ? [finding(size.rule, `${of}.larger_than_usual`, values, "general")] : [];
}

function missing(rule: Finding["rule"], committee: CommitteeFacts, posts: readonly Post[]): Finding[] {
  return posts.flatMap((post) =>
    holders(committee, post) === 0 ? [finding(rule, "committee.post_missing", { post })] : [],
  );
}

function tooMany(rule: Finding["rule"], committee: CommitteeFacts, post: Post, most: number): Finding[] {
  const people = holders(committee, post);
  return people > most ? [finding(rule, "committee.too_many_in_post", { post, people, most })] : [];
}

function holders({ posts }: CommitteeFacts, post: Post): number {
  return posts[post] ?? 0;
}
