import type { OrganizationKind, Restriction } from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { namesFrom } from "../names.ts";
import { groupNames } from "../people.ts";
import {
  type Company,
  companiesOf,
  type LargeDepartment,
  largeGroup,
  mostCompanies,
  overseasDepartment,
} from "./companies.ts";
import { inventBranch, type PlannedBranch } from "./planned-branches.ts";
import { type PersonRow, type PostRow, peopleOf, postsOf } from "./planned-people.ts";

/** Rows of the sheets of a roster, by the keys of their columns. */
type OrganizationRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent: string;
  readonly class: string | null;
  readonly validFrom: string;
};
type UnitRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly region: string | null;
  readonly restriction: Restriction | null;
  readonly validFrom: string;
};
type CoverageRow = { readonly unit: string; readonly organization: string; readonly validFrom: string };

/** The whole group below its top, which is there before. */
export type GroupPlan = {
  readonly organizations: readonly OrganizationRow[];
  readonly units: readonly UnitRow[];
  readonly coverage: readonly CoverageRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  /** In the order in which they are numbered. */
  readonly branches: readonly PlannedBranch[];
  /** Codes of the committees below the top, in the order of their companies. */
  readonly committees: readonly string[];
};
type Span = Pick<DemoCalendar, "groupFrom" | "branchesFrom">;

/** What is planned so far; each company adds its part. */
type Draft = {
  readonly span: Span;
  readonly chance: Chance;
  readonly newName: () => string;
  readonly organizations: OrganizationRow[];
  readonly units: UnitRow[];
  readonly coverage: CoverageRow[];
  readonly branches: PlannedBranch[];
  readonly committees: string[];
};

/**
 * The group shaped like a large company: with all subsidiaries 28 党委 (the top among them), 26 党总支, 300 党支部 with 7 049
 * members, units in 13 regions and 18 of them overseas. The same chance gives the same people.
 */
export function planLargeGroup(span: Span, chance: Chance, subsidiaries = mostCompanies): GroupPlan {
  const draft: Draft = {
    span,
    chance,
    newName: namesFrom(chance.of("names")),
    organizations: [],
    units: [],
    coverage: [],
    branches: [],
    committees: [],
  };
  const companies = companiesOf(subsidiaries);
  const region = companies.at(-1)?.region ?? null;
  addUnit(draft, { name: largeGroup.unit, kind: "COMPANY", parent: null, region }, largeGroup.code);
  addLeadingGroup(draft, largeGroup.code);
  for (const company of companies) addCompany(draft, company);
  const { organizations, units, coverage, branches, committees } = draft;
  const people = branches.flatMap((branch) => peopleOf(branch, span.branchesFrom, chance.of(`people ${branch.code}`)));
  const posts = postsOf(branches, committees, span.branchesFrom);
  return { organizations, units, coverage, people, posts, branches, committees };
}

function addCompany(draft: Draft, company: Company): void {
  const { name, region, committee, departments, laboratories } = company;
  const code = `DW${padded(draft.committees.length + 1, 2)}`;
  draft.committees.push(code);
  const { groupFrom } = draft.span;
  draft.organizations.push({ code, ...committee, parent: largeGroup.code, class: null, validFrom: groupFrom });
  const unit = addUnit(draft, { name, kind: "COMPANY", parent: rootUnit, region }, code);
  addLeadingGroup(draft, code);
  const place = { company, committee: code, unit };
  for (const department of departments) addBranch(draft, { ...place, parent: code, general: null }, department);
  if (laboratories.length === 0) return;
  const general = `ZZ${code.slice(2)}`;
  const above = { name: `${name}研发中心党总支`, kind: "GENERAL_BRANCH", class: null } as const;
  draft.organizations.push({ code: general, ...above, parent: code, validFrom: groupFrom });
  for (const laboratory of laboratories) addBranch(draft, { ...place, parent: general, general }, laboratory);
}

type Place = {
  readonly company: Company;
  /** Codes of the committee, of the organisation right above and of the general branch, if that is one. */
  readonly committee: string;
  readonly parent: string;
  readonly general: string | null;
  /** Code of the company's unit. */
  readonly unit: string;
};

function addBranch(draft: Draft, place: Place, department: LargeDepartment): void {
  const { company, committee, parent, general } = place;
  const { branchesFrom } = draft.span;
  const number = draft.branches.length + 1;
  const code = `ZB${padded(number, 3)}`;
  const joint = department.sharedWith !== undefined;
  const name = `${company.name}${department.name}${joint ? "联合党支部" : "党支部"}`;
  const kind = joint ? "JOINT_BRANCH" : "BRANCH";
  draft.organizations.push({ code, name, kind, parent, class: department.class, validFrom: branchesFrom });
  const below = { kind: "DEPARTMENT", parent: place.unit, region: company.region } as const;
  const unit = addUnit(draft, { ...below, name: `${company.name}${department.name}` }, code);
  if (joint) addUnit(draft, { ...below, name: `${company.name}${department.sharedWith}` }, code);
  if (company.worksOverseas && department.name === overseasDepartment) {
    // Where a restricted unit lies isn't written down.
    const project = { name: `${company.name}第一项目部`, kind: "PROJECT", parent: place.unit, region: null } as const;
    addUnit(draft, project, code, "OVERSEAS");
  }
  const branch = inventBranch({ number, code, name, committee, general, unit, class: department.class }, draft);
  for (const [index, group] of branch.groups.entries()) {
    const groupName = groupNames[index] as string;
    const made = { code: group, name: groupName, kind: "GROUP", class: null } as const;
    draft.organizations.push({ ...made, parent: code, validFrom: branchesFrom });
  }
  draft.branches.push(branch);
}

/** Code of the first unit that is added: the group's own. */
const rootUnit = "DW-001";

/** Adds a unit and who covers it since that one exists; answers the unit's code. */
function addUnit(
  draft: Draft,
  unit: Pick<UnitRow, "name" | "kind" | "parent" | "region">,
  coveredBy: string,
  restriction: Restriction | null = null,
): string {
  const { groupFrom, branchesFrom } = draft.span;
  const code = `DW-${padded(draft.units.length + 1, 3)}`;
  draft.units.push({ code, ...unit, restriction, validFrom: groupFrom });
  const validFrom = unit.kind === "COMPANY" ? groupFrom : branchesFrom;
  draft.coverage.push({ unit: code, organization: coveredBy, validFrom });
  return code;
}

function addLeadingGroup(draft: Draft, committee: string): void {
  const code = `LX-${committee}`;
  const made = { code, name: "党的建设工作领导小组", kind: "LEADING_GROUP", class: null } as const;
  draft.organizations.push({ ...made, parent: committee, validFrom: draft.span.groupFrom });
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
