import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { CanonicalValue } from "@dutyloop/domain/kernel/canonical-json.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { InvalidRequest } from "../../../platform/http/validation.ts";
import { checksumOf } from "../../../platform/library/load.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type CheckedDraft, checkDraft, publishedFor } from "./check-draft.ts";
import { type DefinitionKey, type Draft, noDraft, placedDraft } from "./draft-rows.ts";
import { staleRefusal } from "./save-draft.ts";

type State = { readonly path: string; readonly draft: Draft | undefined; readonly checked: CheckedDraft | null };
type Decision = {
  readonly draftId: string;
  readonly version: number;
  readonly body: NonNullable<CheckedDraft["body"]>;
  readonly checksum: string;
};
type Answer = { code: string; version: number; checksum: string };

/**
 * Makes a draft the next version of its code, which never changes again, and takes the draft away. Everything that is
 * wrong is named by its path; the draft stays.
 */
export const publishDraft: UseCase<DefinitionKey & { revision: number; note: string }, State, Decision, Answer> = {
  name: "assessment.publish_draft",
  access: "scheme.manage",
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    // Two organisations must not get the same number.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${input.kind} ${input.code}`}, 7080007))`.execute(
      transaction,
    );
    const { path, draft } = await placedDraft(transaction, tenantId, input);
    if (!draft) return { path, draft, checked: null };
    const published = await publishedFor(transaction, tenantId, input, path);
    return { path, draft, checked: checkDraft(input, path, draft.text, published) };
  },
  place: ({ path }) => path,
  decide({ draft, checked }, input) {
    if (!draft || !checked) return noDraft(input);
    const stale = staleRefusal(draft, input.revision);
    if (stale) return stale;
    // What crosses a red line is refused with its rule, before anything else is said (RES-06, PRV-09, EVA-10).
    const crossed = checked.problems.find(({ values }) => "rule" in values);
    if (crossed) return refuse(crossed.code, crossed.values, crossed.path);
    if (checked.body === null) {
      const told = refuse("draft.not_publishable", { count: checked.problems.length });
      throw new InvalidRequest([...checked.problems], told);
    }
    const checksum = checksumOf(checked.body as CanonicalValue);
    return { draftId: draft.id, version: checked.version, body: checked.body, checksum };
  },
  save(saving, { draftId, version, body, checksum }, { actor, now }, { organizationId, kind, code, note }) {
    const row = {
      tenant_id: actor.tenantId,
      code,
      version,
      body,
      checksum,
      owner_id: organizationId,
      published_at: now,
      published_by: actor.accountId,
      note: note === "" ? null : note,
    };
    if (kind === "indicator") saving.insert("indicator_version", row);
    else saving.insert("scheme_version", { ...row, base_version: (body as SchemeBody).adapts });
    saving.change(sql`DELETE FROM definition_draft WHERE tenant_id = ${actor.tenantId} AND id = ${draftId}`);
  },
  audit: ({ version, checksum }, { kind, code }) => ({ object: `${kind} ${code}@${version}`, after: { checksum } }),
  answer: ({ version, checksum }, { code }) => ({ code, version, checksum }),
};
