import { createHash, randomUUID } from "node:crypto";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { drawSample as draw } from "@dutyloop/domain/fulfilment/sample-rules.ts";
import { narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

type Input = {
  readonly organizationId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly share: string;
  readonly seed?: string | undefined;
};
type Candidate = { readonly id: string; readonly version: number };
type State = { readonly path: string; readonly seed: string; readonly candidates: readonly Candidate[] };
type Decision = {
  readonly id: string;
  readonly seed: string;
  readonly population: number;
  readonly drawn: Candidate[];
};

/** Draws records of a time to be checked afterwards; those of the caller's own branch are left to others. */
export const drawSample: UseCase<Input, State, Decision, Answer<"drawSample">> = {
  name: "fulfilment.draw_sample",
  access: "record.sample",
  async load(transaction, { organizationId, from, to, seed }, { actor, today }) {
    const { tenantId, accountId, personId } = actor;
    const whole = scopeOf(actor, "record.sample", today);
    const { path } = await placeInScope(transaction, tenantId, whole, organizationId);
    const submits = scopeOf(actor, "record.submit", today);
    const { rows } = await sql<Candidate>`
      SELECT r.id, r.version FROM organization o
      JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id AND h.position = 0
      JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id
      WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(whole, path))} AND r.state IN ('submitted', 'corrected')
        AND h.occurred_on BETWEEN ${from}::date AND ${to}::date AND r.recorded_by <> ${accountId}
        AND NOT EXISTS (SELECT 1 FROM record_host a JOIN organization ao ON ao.tenant_id = a.tenant_id AND ao.id = a.organization_id
          WHERE a.tenant_id = r.tenant_id AND a.record_id = r.id AND (${inScope("ao.path", submits)} OR EXISTS (
            SELECT 1 FROM membership m WHERE m.tenant_id = a.tenant_id AND m.organization_id = a.organization_id
              AND m.person_id = ${personId}::uuid AND m.valid_to IS NULL)))
      ORDER BY r.id`.execute(transaction);
    return { path, seed: seed ?? randomUUID(), candidates: rows };
  },
  place: ({ path }) => path,
  decide({ seed, candidates }, { share }) {
    const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    const numberOf = (id: string) => createHash("sha256").update(`${seed}\n${id}`).digest("hex");
    const drawn = draw([...byId.keys()], numberOf, share);
    if (isRefusal(drawn)) return drawn;
    return {
      id: uuidv7(),
      seed,
      population: candidates.length,
      drawn: drawn.flatMap((id) => byId.get(id) ?? []),
    };
  },
  save(saving, { id, seed, population, drawn }, { actor, now }, { organizationId, from, to, share }) {
    const { tenantId, accountId } = actor;
    saving.insert("record_sample", {
      tenant_id: tenantId,
      id,
      organization_id: organizationId,
      period_from: from,
      period_to: to,
      seed,
      share,
      population,
      drawn_at: now,
      drawn_by: accountId,
    });
    saving.insert(
      "record_sample_item",
      ...drawn.map((one) => ({
        tenant_id: tenantId,
        sample_id: id,
        record_id: one.id,
        version: one.version,
        state: "open",
      })),
    );
  },
  audit: ({ id, seed, population, drawn }, { organizationId, from, to, share }) => ({
    object: `record sample ${id}`,
    after: { organizationId, from, to, share, seed, population, drawn: drawn.length },
  }),
  answer: ({ id, seed, population, drawn }) => ({ id, seed, population, drawn: drawn.length }),
};
