import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import {
  type Conclusion,
  type DevelopmentCase,
  doneOn,
  type TakenStep,
} from "@dutyloop/domain/organization/development/case-facts.ts";
import type { StateChangeOfStep } from "@dutyloop/domain/organization/development/state-steps.ts";
import type { StepMaterial } from "@dutyloop/domain/organization/development-things.ts";
import type { MemberState, OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

/** What development_step.details holds: only what the step asks for. */
export type StepDetails = {
  readonly conclusion?: Conclusion;
  readonly people?: readonly string[];
  readonly training?: { readonly days: number; readonly hours: number };
  readonly approver?: {
    readonly organizationId: string;
    readonly kind: OrganizationKind;
    readonly authorised: boolean;
  };
  readonly notice?: { readonly from: PlainDate; readonly to: PlainDate };
  readonly special?: boolean;
  readonly papers?: readonly StepMaterial[];
  readonly files?: readonly string[];
  /** The change of state that it brought, to put it back when the entry is withdrawn. */
  readonly changed?: Pick<StateChangeOfStep, "from" | "to" | "startsOn">;
};
export type StepRow = {
  readonly id: string;
  readonly step: number;
  readonly on: PlainDate;
  readonly details: StepDetails;
  readonly exemption: string | null;
  readonly recordedBy: string;
};
export type ActRow = {
  readonly id: string;
  readonly kind: "assessment" | "extension" | "deferral";
  readonly on: PlainDate;
  readonly months: number | null;
};
/** A person on the way: the branch that answers today, else the last one, and everything that counts of the steps. */
export type CaseRows = {
  readonly personId: string;
  readonly name: string;
  readonly bornOn: PlainDate | null;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly branchKind: OrganizationKind;
  readonly path: string;
  readonly state: MemberState;
  /** First and last day of that membership. */
  readonly since: PlainDate;
  readonly until: PlainDate | null;
  readonly steps: readonly StepRow[];
  readonly acts: readonly ActRow[];
  /** First day here of whoever was transferred into this branch; null of whoever wasn't, or left again. */
  readonly receivedOn: PlainDate | null;
};

/** The cases of these people, in the order asked for; who isn't known is left out. */
export async function casesOf(
  database: ReadDatabase | Transaction,
  { tenantId, personIds, on }: { tenantId: number; personIds: readonly string[]; on: PlainDate },
): Promise<CaseRows[]> {
  const ids = sql`${[...personIds]}::uuid[]`;
  const [people, steps, acts] = await Promise.all([
    sql<Omit<CaseRows, "steps" | "acts">>`
      SELECT DISTINCT ON (p.id) p.id AS "personId", p.name, p.born_on AS "bornOn", o.id AS "organizationId",
        o.name AS "organizationName", o.kind AS "branchKind", o.path, m.state, m.valid_from AS since, m.valid_to AS until,
        (SELECT max(t.settled_on) FROM person_transfer t WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id
          AND t.to_organization_id = o.id AND t.state = 'acknowledged') AS "receivedOn"
      FROM person p
      JOIN membership m ON m.tenant_id = p.tenant_id AND m.person_id = p.id
      JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
      WHERE p.tenant_id = ${tenantId} AND p.id = ANY(${ids})
      ORDER BY p.id, m.valid_from <= ${on} DESC, abs(m.valid_from - ${on}::date), m.id`.execute(database),
    sql<StepRow & { personId: string }>`
      SELECT person_id AS "personId", id, step, done_on AS "on", details, exemption, recorded_by AS "recordedBy"
      FROM development_step WHERE tenant_id = ${tenantId} AND person_id = ANY(${ids})
        AND withdrawn IS NULL AND replaced_by IS NULL ORDER BY step`.execute(database),
    sql<ActRow & { personId: string }>`
      SELECT person_id AS "personId", id, kind, done_on AS "on", months FROM development_act
      WHERE tenant_id = ${tenantId} AND person_id = ANY(${ids}) AND withdrawn IS NULL AND replaced_by IS NULL
      ORDER BY done_on, id`.execute(database),
  ]);
  const of = <Row extends { personId: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ personId }) => personId);
  const [byPerson, stepsOf, actsOf] = [of(people.rows), of(steps.rows), of(acts.rows)];
  return personIds.flatMap((personId) => {
    const [person] = byPerson.get(personId) ?? [];
    return person ? [{ ...person, steps: stepsOf.get(personId) ?? [], acts: actsOf.get(personId) ?? [] }] : [];
  });
}

/** A state as the steps read it: whoever is to correct himself is a full member, and no step tells that he is (MEM-12). */
export function stateOfSteps(state: MemberState): MemberState {
  return state === "CORRECTING" ? "FULL" : state;
}

/** The case as the rules read it. Who entered a conclusion has signed it. */
export function caseOf({ bornOn, branchKind, steps, acts }: CaseRows): DevelopmentCase {
  const details = (step: number) => steps.find((row) => row.step === step)?.details ?? {};
  return {
    birthDate: bornOn,
    branchKind,
    taken: steps.filter(({ exemption }) => exemption === null).map(takenOf),
    exemptions: steps.flatMap(({ step, exemption, recordedBy }) =>
      exemption === null ? [] : [{ step, reason: exemption, decidedBy: recordedBy }],
    ),
    notice: details(7).notice ?? null,
    specialApproval: details(17).special ?? false,
    extensionMonths: acts.find(({ kind }) => kind === "extension")?.months ?? null,
    deferredMonths: acts.find(({ kind }) => kind === "deferral")?.months ?? 0,
  };
}

/** First day in this branch of somebody who was transferred into it after the meeting that admitted him (MEM-11). */
export function transferredInOn({ receivedOn }: CaseRows, each: DevelopmentCase): PlainDate | null {
  const admittedOn = doneOn(each, 15);
  return receivedOn !== null && admittedOn !== null && receivedOn >= admittedOn ? receivedOn : null;
}

function takenOf({ step, on, details, recordedBy }: StepRow): TakenStep {
  return {
    step,
    on,
    conclusion: details.conclusion ?? null,
    concludedBy: details.conclusion ? recordedBy : null,
    people: (details.people ?? []).map((personId) => ({ personId, state: "FULL", rightsSuspended: false })),
    training: details.training ?? null,
    approver: details.approver ?? null,
    files: details.files ?? [],
  };
}
