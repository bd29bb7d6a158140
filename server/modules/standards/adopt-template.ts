import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { versionsInForce } from "@dutyloop/domain/standards/adoption-rules.ts";
import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../platform/ritual/use-case.ts";
import { holdTemplate, pathOf } from "./held-template.ts";
import { adoptionsOf, type StoredAdoption } from "./template-adoptions.ts";
import { type PublishedVersion, publishedVersions } from "./template-store.ts";

type Ending = { readonly organizationId: string; readonly code: string; readonly from: PlainDate };
type Adopting = Ending & { readonly version: number };
type State = {
  readonly path: string;
  readonly published: readonly PublishedVersion[];
  readonly adoptions: readonly StoredAdoption[];
};

async function adoptionState(
  transaction: Transaction,
  { organizationId, code }: Ending,
  tenantId: number,
): Promise<State> {
  await holdTemplate(transaction, tenantId, code);
  return {
    path: await pathOf(transaction, tenantId, organizationId),
    published: await publishedVersions(transaction, tenantId, code),
    adoptions: await adoptionsOf(transaction, tenantId, code),
  };
}

/** What the organisation itself decided last by a day. */
function ownOn({ path, adoptions }: State, day: PlainDate): StoredAdoption | undefined {
  return adoptions.findLast((adoption) => adoption.path === path && adoption.from <= day);
}

/** An organisation and all below it work by a version from a day on, unless a nearer one adopts its own. */
export const adoptTemplate: UseCase<Adopting, State, { changed: boolean }, { changed: boolean }> = {
  name: "standards.adopt_template",
  access: "template.manage",
  load: (transaction, input, { actor }) => adoptionState(transaction, input, actor.tenantId),
  place: ({ path }) => path,
  decide(state, { code, version, from }, { today }) {
    const { path, published } = state;
    const offered = published.find((one) => one.version === version);
    const isHere = offered && (offered.ownerPath === null || path.startsWith(offered.ownerPath));
    if (!isHere) return refuse("template.version_unknown", { code, version }, "version");
    if (!isUsable(offered.stage)) return refuse("template.not_usable", { stage: offered.stage }, "version");
    if (from < today) return refuse("template.adopted_in_past", { today }, "from");
    const own = ownOn(state, from);
    return { changed: own === undefined || own.ends || own.version !== version };
  },
  async save(saving, { changed }, context, input) {
    if (changed) await write(saving, context, input, { version: input.version, ends: false });
  },
  audit: ({ changed }, { organizationId, code, version, from }) => ({
    object: `adoption of template ${code} by organization ${organizationId}`,
    after: { version, from, changed },
  }),
  answer: ({ changed }) => ({ changed }),
};

type Ended = { readonly version: number; readonly next: number | null };

/** From a day on an organisation has no version of its own any more: what holds above holds again. */
export const endTemplateAdoption: UseCase<Ending, State, Ended, { version: number | null }> = {
  name: "standards.end_template_adoption",
  access: "template.manage",
  load: (transaction, input, { actor }) => adoptionState(transaction, input, actor.tenantId),
  place: ({ path }) => path,
  decide(state, { code, from }, { today }) {
    const own = ownOn(state, from);
    if (!own || own.ends) return refuse("template.not_adopted", { code }, "from");
    if (from < today) return refuse("template.adopted_in_past", { today }, "from");
    const above = state.adoptions.filter(({ path }) => path !== state.path);
    const next = versionsInForce(state.published, above, state.path, from).get(code) ?? null;
    return { version: own.version, next };
  },
  save: (saving, { version }, context, input) => write(saving, context, input, { version, ends: true }),
  audit: ({ version, next }, { organizationId, code, from }) => ({
    object: `adoption of template ${code} by organization ${organizationId}`,
    before: { version },
    after: { ended: from, version: next },
  }),
  answer: ({ next }) => ({ version: next }),
};

async function write(
  { transaction }: Saving,
  { actor, now }: Context,
  { organizationId, code, from }: Ending,
  what: { readonly version: number; readonly ends: boolean },
): Promise<void> {
  const decided = { ...what, adopted_at: now, adopted_by: actor.accountId };
  await transaction
    .insertInto("template_adoption")
    .values({ tenant_id: actor.tenantId, organization_id: organizationId, code, adopted_from: from, ...decided })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "organization_id", "code", "adopted_from"]).doUpdateSet(decided),
    )
    .execute();
}
