import { isWithin } from "../../kernel/plain-date.ts";
import { appointmentRefusal } from "../organization-rules.ts";
import type { Post } from "../things.ts";
import {
  type CheckedRow,
  type GivenRow,
  type RosterOrganization,
  type RosterOrganizations,
  type RosterPerson,
  RowFaults,
  standsWithin,
  valueAfter,
} from "./roster-rows.ts";

export type AppointmentField = "number" | "organization" | "post" | "validFrom" | "validTo" | "fullTime";
type Row = GivenRow<AppointmentField>;
type Faults = RowFaults<AppointmentField>;
export type RosterAppointment = { readonly validTo: string | null; readonly fullTime: "true" | "false" };
export type AppointmentsBefore = {
  /** By `appointmentKey`. */
  readonly known: ReadonlyMap<string, RosterAppointment>;
  readonly organizations: RosterOrganizations;
  readonly doubtfulOrganizations: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, RosterPerson>;
  readonly doubtfulPeople: ReadonlySet<string>;
};

/** An appointment is one by person, organisation, post and first day. */
export function appointmentKey(number: string, organization: string, post: string, validFrom: string): string {
  return [number, organization, post, validFrom].join(" ");
}

/** Checks rows of appointments (ORG-22, VOTE-09): who isn't a 正式党员 leads no 党小组 and sits on no committee. */
export function checkAppointments(
  rows: readonly Row[],
  before: AppointmentsBefore,
): readonly CheckedRow<AppointmentField, RosterAppointment>[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const faults = new RowFaults<AppointmentField>();
    const key = appointmentKey(row.number ?? "", row.organization ?? "", row.post ?? "", row.validFrom ?? "");
    if (seen.has(key)) faults.add("number", "import.twice");
    seen.add(key);
    const existing = before.known.get(key) ?? null;
    const validTo = valueAfter(row.validTo, existing?.validTo ?? null);
    if (validTo !== null && validTo < (row.validFrom ?? "")) faults.add("validTo", "appointment.end_before_start");
    else if (validTo !== (existing?.validTo ?? null)) addEnd(faults, row, validTo, before);
    if (!existing) addNew(faults, row, before);
    const fullTime = (valueAfter(row.fullTime || null, existing?.fullTime ?? null) ?? "false") as "true" | "false";
    const isChanged = validTo !== existing?.validTo || fullTime !== existing.fullTime;
    return faults.checked(existing, { validTo, fullTime }, isChanged);
  });
}

/** Nobody holds a post in an organisation after its last day. */
function addEnd(faults: Faults, row: Row, validTo: string | null, { organizations }: AppointmentsBefore): void {
  const last = organizations.get(row.organization ?? "")?.validTo ?? null;
  if (validTo !== null && last !== null && validTo > last)
    faults.add("validTo", "import.after_organization", { to: last });
}

function addNew(faults: Faults, row: Row, before: AppointmentsBefore): void {
  const [code, number, on] = [row.organization ?? "", row.number ?? "", row.validFrom ?? ""];
  const organization = before.organizations.get(code);
  const person = before.people.get(number);
  if (!organization && !before.doubtfulOrganizations.has(code))
    faults.add("organization", "import.organization_unknown", { code });
  if (!person && !before.doubtfulPeople.has(number)) faults.add("number", "import.person_unknown", { number });
  if (organization && on < organization.validFrom)
    faults.add("validFrom", "import.before_organization", { from: organization.validFrom });
  else if (organization && organization.validTo !== null && on > organization.validTo)
    faults.add("validFrom", "import.after_organization", { to: organization.validTo });
  else if (organization && person) addTerms(faults, row, organization, person, before.organizations);
}

function addTerms(
  faults: Faults,
  row: Row,
  organization: RosterOrganization,
  person: RosterPerson,
  organizations: RosterOrganizations,
): void {
  const membership = person.memberships.find(({ validFrom, validTo }) =>
    isWithin(row.validFrom ?? "", validFrom, validTo),
  );
  // A leader of a higher organisation is a member of one of the branches below it.
  const belongs =
    membership &&
    (membership.groupCode === organization.code ||
      standsWithin(organizations, membership.branchCode, organization.code));
  if (!belongs) {
    faults.add("number", "appointment.not_a_member");
    return;
  }
  const post = row.post as Post;
  const refusal = appointmentRefusal({ post, memberState: membership.state, organizationKind: organization.kind });
  if (refusal) faults.add(refusal.field === "post" ? "post" : "number", refusal.code, refusal.values);
}
