import { readIdentityNumber } from "../identity-number.ts";
import { entryStates } from "../member-things.ts";
import { personRefusal } from "../members/person-rules.ts";
import { isBranchKind, type MemberState } from "../things.ts";
import { employmentAfter } from "./employment-after.ts";
import {
  type CheckedRow,
  type GivenRow,
  type RosterMembership,
  type RosterOrganizations,
  type RosterPerson,
  type RosterUnits,
  RowFaults,
  valueAfter,
} from "./roster-rows.ts";

export type PersonField =
  | "number"
  | "name"
  | "sex"
  | "identity"
  | "phone"
  | "bornOn"
  | "state"
  | "branch"
  | "group"
  | "since"
  | "joinedOn"
  | "standingFrom"
  | "unit"
  | "position"
  | "leads";
type Row = GivenRow<PersonField>;
type Faults = RowFaults<PersonField>;
export type PeopleBefore = {
  /** People in the caller's reach, by number and by what stands for the identity number. */
  readonly byNumber: ReadonlyMap<string, RosterPerson>;
  readonly byIdentity: ReadonlyMap<string, RosterPerson>;
  /** Numbers and identities that people elsewhere hold. */
  readonly takenNumbers: ReadonlySet<string>;
  readonly takenIdentities: ReadonlySet<string>;
  /** What stands for an identity number. */
  readonly identityOf: (identityNumber: string) => string;
  readonly organizations: RosterOrganizations;
  /** Codes of organisations and numbers of people whose rows couldn't be read. */
  readonly doubtfulOrganizations: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  readonly units: RosterUnits;
  readonly doubtfulUnits: ReadonlySet<string>;
  /** First day of changed employments. */
  readonly effectiveOn: string;
  readonly today: string;
};
export type CheckedPeople = {
  readonly rows: readonly CheckedRow<PersonField, RosterPerson>[];
  /** By number, with those the rows would add. */
  readonly people: ReadonlyMap<string, RosterPerson>;
  readonly doubtful: ReadonlySet<string>;
};

const needed = ["name", "state", "branch", "since"] as const;
const dayFields = ["bornOn", "joinedOn", "standingFrom"] as const;
type DayField = (typeof dayFields)[number];
/** A disposition is decided of whom is known already (MEM-05). */
const canEnter: ReadonlySet<string> = new Set(entryStates);

/**
 * Checks rows of people against those that are known and against each other (ORG-24: a member belongs to one branch). A
 * change of state and a change of branch are acts with papers of their own (MEM-01 to MEM-08); a roster doesn't make them.
 */
export function checkPeople(rows: readonly Row[], before: PeopleBefore): CheckedPeople {
  const people = new Map(before.byNumber);
  const doubtful = new Set(before.doubtful);
  const branches = new Map<string, string | null>();
  const identities = new Set<string>();
  const checked = rows.map((row) => {
    const faults = new RowFaults<PersonField>();
    const number = row.number ?? "";
    const identity = row.identity ? before.identityOf(row.identity) : null;
    const existing = before.byNumber.get(number) ?? (identity ? before.byIdentity.get(identity) : undefined);
    faults.need(row, needed, existing === undefined);
    addWhatOthersHold(faults, row, identity, existing, before);
    const branch = branches.get(number);
    if (branch === undefined) branches.set(number, row.branch);
    else if (branch !== row.branch) faults.add("branch", "import.person_in_two_branches");
    else faults.add("number", "import.twice");
    if (identity !== null && branch === undefined && identities.has(identity)) faults.add("identity", "import.twice");
    if (identity !== null) identities.add(identity);
    addDates(faults, row, existing, before.today);
    const current = existing?.memberships[0];
    if (current) addWhatStays(faults, row, current);
    else if (row.state && !canEnter.has(row.state)) faults.add("state", "import.state_by_act");
    addPlaces(faults, row, current, before);
    const after = personAfter(faults, row, identity, existing, before);
    if (after && branch === undefined) people.set(number, after);
    else if (!people.has(number)) doubtful.add(number);
    return faults.checked(existing ?? null, after, existing !== undefined && isChanged(existing, after));
  });
  return { rows: checked, people, doubtful };
}

function addWhatOthersHold(
  faults: Faults,
  row: Row,
  identity: string | null,
  existing: RosterPerson | undefined,
  before: PeopleBefore,
): void {
  if (before.takenNumbers.has(row.number ?? "")) faults.add("number", "person.number_taken");
  // Somebody who has a number already keeps it: another number would be another person.
  else if (existing && existing.number !== null && existing.number !== row.number)
    faults.add("identity", "person.identity_number_taken");
  if (identity === null) return;
  const holder = before.byIdentity.get(identity);
  if (before.takenIdentities.has(identity) || (holder && existing && holder !== existing))
    faults.add("identity", "person.identity_number_taken");
}

/** Days that the row leaves as they are were entered before and aren't judged again. */
function addDates(faults: Faults, row: Row, existing: RosterPerson | undefined, today: string): void {
  const after = (field: DayField) => valueAfter(row[field], existing?.[field] ?? null);
  const days = { bornOn: after("bornOn"), joinedOn: after("joinedOn"), standingFrom: after("standingFrom") };
  const isNew = dayFields.some((field) => days[field] !== (existing?.[field] ?? null));
  const refusal = isNew ? personRefusal(days, today) : null;
  if (refusal?.code === "person.standing_before_joining" && days.joinedOn !== null)
    faults.add("standingFrom", "import.standing_before_joining", { joinedOn: days.joinedOn });
  else if (refusal) {
    const field = dayFields.find((one) => one === refusal.field) ?? "bornOn";
    faults.add(field, refusal.code, refusal.values);
  }
  const said = row.identity ? readIdentityNumber(row.identity) : null;
  if (said === null) return;
  if (row.bornOn && row.bornOn !== said.bornOn) faults.add("bornOn", "import.differs_from_identity");
  if (row.sex && row.sex !== said.sex) faults.add("sex", "import.differs_from_identity");
}

function addWhatStays(faults: Faults, row: Row, current: RosterMembership): void {
  if (row.state && row.state !== current.state) faults.add("state", "import.stays");
  if (row.since && row.since !== current.validFrom) faults.add("since", "import.stays");
  if (row.branch && row.branch !== current.branchCode) faults.add("branch", "import.person_in_two_branches");
}

/** Where he is put: a branch in its time and one of its own 党小组; where he is already isn't judged again. */
function addPlaces(faults: Faults, row: Row, current: RosterMembership | undefined, before: PeopleBefore): void {
  const { organizations, doubtfulOrganizations } = before;
  const find = (field: "branch" | "group") => {
    const code = row[field];
    if (!code) return undefined;
    const found = organizations.get(code);
    if (!found && !doubtfulOrganizations.has(code)) faults.add(field, "import.organization_unknown", { code });
    return found;
  };
  const branch = find("branch");
  if (branch && !isBranchKind(branch.kind)) faults.add("branch", "person.not_a_branch");
  else if (branch && row.since && !current) {
    if (row.since < branch.validFrom) faults.add("since", "person.before_organization", { from: branch.validFrom });
    else if (branch.validTo !== null && row.since > branch.validTo)
      faults.add("since", "import.after_organization", { to: branch.validTo });
  }
  const group = find("group");
  const branchCode = row.branch || current?.branchCode;
  if (group && row.group !== current?.groupCode && (group.kind !== "GROUP" || group.parentCode !== branchCode))
    faults.add("group", "person.group_of_another_branch");
}

function personAfter(
  faults: Faults,
  row: Row,
  identity: string | null,
  existing: RosterPerson | undefined,
  before: PeopleBefore,
): RosterPerson | null {
  const current = existing?.memberships[0];
  const employment = employmentAfter(faults, row, existing?.employment ?? null, { ...before, isNew: !existing });
  const plain = {
    number: row.number,
    name: valueAfter(row.name, existing?.name ?? null) ?? "",
    sex: valueAfter(row.sex, existing?.sex ?? null),
    bornOn: valueAfter(row.bornOn, existing?.bornOn ?? null),
    joinedOn: valueAfter(row.joinedOn, existing?.joinedOn ?? null),
    standingFrom: valueAfter(row.standingFrom, existing?.standingFrom ?? null),
    identity: row.identity === "" ? null : (identity ?? existing?.identity ?? null),
    phone: valueAfter(row.phone, existing?.phone ?? null),
    employment,
  };
  if (existing) {
    const groupCode = valueAfter(row.group, current?.groupCode ?? null);
    const memberships = current ? [{ ...current, groupCode }, ...existing.memberships.slice(1)] : [];
    return { ...plain, memberships };
  }
  if (needed.some((field) => !row[field])) return null;
  const membership = {
    branchCode: row.branch ?? "",
    groupCode: row.group || null,
    state: row.state as MemberState,
    validFrom: row.since ?? "",
    validTo: null,
  };
  return { ...plain, memberships: [membership] };
}

const plainFields = ["number", "name", "sex", "bornOn", "joinedOn", "standingFrom", "phone", "identity"] as const;

function isChanged(existing: RosterPerson, after: RosterPerson | null): boolean {
  if (after === null) return false;
  return (
    plainFields.some((field) => after[field] !== existing[field]) ||
    after.employment !== existing.employment ||
    after.memberships[0]?.groupCode !== existing.memberships[0]?.groupCode
  );
}
