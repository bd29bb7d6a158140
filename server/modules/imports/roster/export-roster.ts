import type {
  RosterMembership,
  RosterOrganization,
  RosterPerson,
} from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { codeShape } from "../../../platform/spreadsheets/cells.ts";
import type { TextSheet } from "../../../platform/spreadsheets/write-workbook.ts";
import type { ImportSheet } from "../sheets/columns.ts";
import { sendWorkbook, width } from "../sheets/send-workbook.ts";
import { organizationsInReach, type Placed, unitsInReach } from "./organization-state.ts";
import { appointmentsInReach, peopleInReach } from "./people-state.ts";
import { type Reach, reachAt } from "./reach.ts";
import { appointmentSheet, coverageSheet, organizationSheet, personSheet, unitSheet } from "./roster-columns.ts";
import { stateChoices } from "./roster-words.ts";

/**
 * The roster of today at and below an organisation, in the form in which it is taken in: sent back it changes nothing.
 * Private fields stay out of it, and so do restricted organisations and units with whoever belongs to them (PRV-22),
 * people without a number that a roster can name, and those whom the caller may not know of.
 */
export async function exportRoster(request: ReadRequest<"exportRoster">): Promise<unknown> {
  const { database, tenantId, fields, today, caller, params, reply } = request;
  const asking = { database, tenantId, fields, today, actor: caller.actor };
  const reach = await reachAt(asking, params.organizationId);
  return sendWorkbook(reply, "roster.xlsx", await sheetsAt(reach));
}

async function sheetsAt(reach: Reach): Promise<TextSheet[]> {
  const lasts = ({ validTo }: { validTo: string | null }) => validTo === null || validTo >= reach.today;
  const { known, places } = await organizationsInReach(reach);
  const organizations = shownOf(known, places, lasts);
  const units = await unitsInReach(reach);
  const shownUnits = shownOf(units.known, units.places, lasts);
  const numbers = await numbersIn(reach);
  const { byNumber } = await peopleInReach(reach, numbers, [], new Set(shownUnits.keys()));
  const people = [...byNumber.values()].filter(({ memberships: [current] }) => isShown(current, organizations, lasts));
  const appointments = await appointmentsInReach(
    reach,
    people.map(({ number }) => number ?? ""),
  );
  const coverage = [...units.coverage.values()].flat().filter(lasts);
  return [
    sheetOf(
      organizationSheet,
      [...organizations.values()].map((one) => ({ ...one, parent: one.parentCode })),
    ),
    sheetOf(
      unitSheet,
      [...shownUnits.values()].map((one) => ({ ...one, parent: one.parentCode })),
    ),
    sheetOf(
      coverageSheet,
      coverage.filter(({ unit, organization }) => shownUnits.has(unit) && organizations.has(organization ?? "")),
    ),
    sheetOf(
      personSheet,
      people.map((person) => personRow(person, organizations)),
    ),
    sheetOf(
      appointmentSheet,
      [...appointments.known].flatMap(([key, { validTo, fullTime }]) => {
        const [number = "", organization = "", post = "", validFrom = ""] = key.split(" ");
        const row = { number, organization, post, validFrom, validTo, fullTime };
        return lasts(row) && organizations.has(organization) ? [row] : [];
      }),
    ),
  ];
}

type Spanned = { readonly validTo: string | null };

/** Those that stand, neither restricted nor below something restricted. */
function shownOf<Value extends Spanned>(
  known: ReadonlyMap<string, Value>,
  places: ReadonlyMap<string, Placed>,
  lasts: (value: Value) => boolean,
): Map<string, Value> {
  const hidden = [...places.values()].filter(({ restriction }) => restriction !== null).map(({ path }) => path);
  const isHidden = (code: string) => hidden.some((path) => places.get(code)?.path.startsWith(path));
  return new Map([...known].filter(([code, value]) => lasts(value) && !isHidden(code)));
}

function isShown(
  membership: RosterMembership | undefined,
  organizations: ReadonlyMap<string, RosterOrganization>,
  lasts: (value: Spanned) => boolean,
): boolean {
  if (!membership || !lasts(membership) || !organizations.has(membership.branchCode)) return false;
  return onRoster.has(membership.state);
}

const onRoster: ReadonlySet<string> = new Set(stateChoices.values());

function personRow(person: RosterPerson, organizations: ReadonlyMap<string, RosterOrganization>) {
  const { memberships, employment, identity: _identity, phone: _phone, ...plain } = person;
  const [current] = memberships;
  const works = employment?.unitCode ? employment : null;
  const group = current?.groupCode ?? null;
  return {
    ...plain,
    state: current?.state,
    branch: current?.branchCode,
    group: group !== null && organizations.has(group) ? group : null,
    since: current?.validFrom,
    unit: works?.unitCode,
    position: works?.position,
    leads: works?.leads,
  };
}

/** Numbers of the people whose newest membership is in reach, by branch and name. */
async function numbersIn({ database, tenantId, scope, development }: Reach): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    SELECT p.number FROM membership m JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    WHERE m.tenant_id = ${tenantId} AND ${inScope("o.path", scope)} AND p.number IS NOT NULL
      AND (${development} OR m.state NOT IN ('APPLICANT', 'ACTIVIST', 'CANDIDATE'))
    GROUP BY p.number ORDER BY min(o.path), p.number`.execute(database);
  return rows.map(({ number }) => number).filter((number) => codeShape.test(number));
}

type Values<Key extends string> = { readonly [K in Key]?: string | null | undefined };

function sheetOf<Key extends string>({ name, columns }: ImportSheet<Key>, rows: readonly Values<Key>[]): TextSheet {
  const words = columns.map(({ kind }) =>
    kind.of === "choice" ? new Map([...kind.choices].map(([word, value]) => [value, word])) : null,
  );
  return {
    name,
    columns: columns.map(({ heading }) => ({ heading, width })),
    rows: rows.map((row) =>
      columns.map(({ key }, index) => {
        const value = row[key] ?? "";
        return words[index]?.get(value) ?? value;
      }),
    ),
  };
}
