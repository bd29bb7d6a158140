import { readIdentityNumber } from "../identity-number.ts";
import { isBranchKind, type MemberState } from "../things.ts";
import {
  type CheckedRow,
  differs,
  type GivenRow,
  type RosterMembership,
  type RosterOrganizations,
  type RosterPerson,
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
  | "standingFrom";
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
};
export type CheckedPeople = {
  readonly rows: readonly CheckedRow<PersonField>[];
  /** By number, with those the rows would add. */
  readonly people: ReadonlyMap<string, RosterPerson>;
  readonly doubtful: ReadonlySet<string>;
};

const needed = ["name", "state", "branch", "since"] as const;

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
    addDates(faults, row, existing);
    const current = existing?.memberships[0];
    if (current) addWhatStays(faults, row, current);
    addPlaces(faults, row, current, before);
    const after = personAfter(row, identity, existing);
    if (after && branch === undefined) people.set(number, after);
    else if (!people.has(number)) doubtful.add(number);
    if (!existing) return faults.checked("added");
    return faults.checked(isChanged(row, identity, existing) ? "changed" : "unchanged");
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

function addDates(faults: Faults, row: Row, existing: RosterPerson | undefined): void {
  const joinedOn = valueAfter(row.joinedOn, existing?.joinedOn ?? null);
  const standingFrom = valueAfter(row.standingFrom, existing?.standingFrom ?? null);
  if (joinedOn !== null && standingFrom !== null && standingFrom < joinedOn)
    faults.add("standingFrom", "import.standing_before_joining", { joinedOn });
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

/** Where he is put: a branch in its time and one of its own 党小组. */
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
  else if (branch && row.since) {
    if (row.since < branch.validFrom) faults.add("since", "person.before_organization", { from: branch.validFrom });
    else if (branch.validTo !== null && row.since > branch.validTo)
      faults.add("since", "import.after_organization", { to: branch.validTo });
  }
  const group = find("group");
  const branchCode = row.branch || current?.branchCode;
  if (group && (group.kind !== "GROUP" || group.parentCode !== branchCode))
    faults.add("group", "person.group_of_another_branch");
}

function personAfter(row: Row, identity: string | null, existing: RosterPerson | undefined): RosterPerson | null {
  if (existing) return { ...existing, number: row.number };
  if (needed.some((field) => !row[field])) return null;
  const membership = {
    branchCode: row.branch ?? "",
    groupCode: row.group || null,
    state: row.state as MemberState,
    validFrom: row.since ?? "",
    validTo: null,
  };
  return {
    number: row.number,
    name: row.name ?? "",
    sex: row.sex || null,
    bornOn: row.bornOn || null,
    joinedOn: row.joinedOn || null,
    standingFrom: row.standingFrom || null,
    identity,
    phone: row.phone || null,
    memberships: [membership],
  };
}

const plainFields = ["number", "name", "sex", "bornOn", "joinedOn", "standingFrom", "phone"] as const;

function isChanged(row: Row, identity: string | null, existing: RosterPerson): boolean {
  const given = row.identity === "" ? "" : identity;
  return (
    plainFields.some((field) => differs(row[field], existing[field])) ||
    differs(given, existing.identity) ||
    differs(row.group, existing.memberships[0]?.groupCode ?? null)
  );
}
