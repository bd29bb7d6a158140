import type { CanonicalValue } from "@dutyloop/domain/kernel/canonical-json.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import {
  adaptationProblems,
  type TemplateProblem,
  templateProblems,
} from "@dutyloop/domain/standards/template-adaptation.ts";
import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import { checksumOf } from "../../platform/library/load.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { holdTemplate, pathOf } from "./held-template.ts";
import { type PublishedVersion, publishedVersions } from "./template-store.ts";

type Input = { readonly organizationId: string; readonly body: TemplateBody; readonly adapts: number | null };
type State = { readonly path: string; readonly published: readonly PublishedVersion[] };
type Decision = { readonly body: TemplateBody; readonly checksum: string };
type Answer = { code: string; version: number };

/** Numbers up to this one are the built-in library's: what it brings later never meets a version of an organisation. */
const lastOfLibrary = 1000;

/**
 * An organisation publishes a template of its own, or adapts one from above within what that leaves open. It begins in
 * 探索学习; the version never changes, what is to be better is a next one.
 */
export const publishTemplate: UseCase<Input, State, Decision, Answer> = {
  name: "standards.publish_template",
  access: "template.manage",
  async load(transaction, { organizationId, body }, { actor }) {
    await holdTemplate(transaction, actor.tenantId, body.code);
    const path = await pathOf(transaction, actor.tenantId, organizationId);
    return { path, published: await publishedVersions(transaction, actor.tenantId, body.code) };
  },
  place: ({ path }) => path,
  decide(state, input) {
    const [problem] = standsAgainst(state, input);
    if (problem) return problem.refusal;
    const numbered = { ...input.body, version: nextVersionOf(state.published) };
    return { body: numbered, checksum: checksumOf(numbered as CanonicalValue) };
  },
  save(saving, { body, checksum }, { actor, now }, { organizationId, adapts }) {
    saving.insert("template_version", {
      tenant_id: actor.tenantId,
      code: body.code,
      version: body.version,
      body,
      checksum,
      state: "exploring",
      owner_id: organizationId,
      base_version: adapts,
      published_at: now,
      published_by: actor.accountId,
    });
    // What was a draft is this version now.
    saving.change(sql`DELETE FROM definition_draft WHERE tenant_id = ${actor.tenantId} AND owner_id = ${organizationId}
      AND kind = 'template' AND code = ${body.code}`);
  },
  audit: ({ body, checksum }, { adapts }) => ({
    object: `template ${body.code}@${body.version}`,
    after: { checksum, adapts },
  }),
  answer: ({ body: { code, version } }) => ({ code, version }),
};

/** Everything that keeps an organisation from publishing this as the next version of a template. */
export function standsAgainst(
  { path, published }: State,
  { organizationId, body, adapts }: Input,
): readonly TemplateProblem[] {
  const own = templateProblems(body);
  const other = (refusal: Refusal): TemplateProblem[] => [...own, { refusal, at: [] }];
  if (adapts === null) {
    const taken = published.some((version) => version.base === null && version.ownerId !== organizationId);
    return taken ? other(refuse("template.code_taken", { code: body.code }, "body")) : own;
  }
  const base = published.find(({ version }) => version === adapts);
  const isAbove = base && (base.ownerPath === null || path.startsWith(base.ownerPath));
  if (!isAbove || !isUsable(base.stage))
    return other(refuse("template.base_unknown", { code: body.code, version: adapts }, "adapts"));
  return [...own, ...adaptationProblems(base.body, body)];
}

/** The number of the next version of a template, whoever publishes it. */
export function nextVersionOf(published: readonly PublishedVersion[]): number {
  const newest = published[0]?.version ?? 0;
  const isLibrary = published.some(({ ownerId }) => ownerId === null);
  return Math.max(newest, isLibrary ? lastOfLibrary : 0) + 1;
}
