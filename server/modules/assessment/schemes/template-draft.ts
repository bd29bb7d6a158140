import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { problem } from "@dutyloop/domain/assessment/definitions/definition-problem.ts";
import { touches, withStandIns } from "@dutyloop/domain/assessment/validation/stand-ins.ts";
import { readShape } from "@dutyloop/domain/assessment/validation/validation-shape.ts";
import { costOf } from "@dutyloop/domain/standards/template-cost.ts";
import { diffTemplates } from "@dutyloop/domain/standards/template-diff.ts";
import { templateBody } from "@dutyloop/domain/standards/things.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { nextVersionOf, publishedVersions, standsAgainst } from "../../standards/index.ts";
import type { DraftKey } from "./draft-rows.ts";
import { readDraftText } from "./draft-text.ts";

type Checked = Pick<Answer<"validateDraft">, "version" | "problems" | "against" | "template">;

/** Everything that keeps a draft from becoming the next version of a template, and what that would change and cost. */
export async function checkTemplateDraft(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, code }: DraftKey,
  path: string,
  text: string,
): Promise<Checked> {
  const published = await publishedVersions(database, tenantId, code);
  const version = nextVersionOf(published);
  const read = readDraftText(text);
  if ("problem" in read) return { version, problems: [read.problem], against: null, template: null };
  const { adapts: written, ...rest } = read.body;
  const adapts = typeof written === "number" ? written : null;
  const shape = readShape(templateBody, { ...rest, version });
  if (Array.isArray(shape)) {
    // Something that fits stands in for what is wrong, so that everything else is told already; what touches it isn't.
    const stood = withStandIns(templateBody, { ...rest, version });
    const others = stood ? standsAgainst({ path, published }, { organizationId, body: stood.body, adapts }) : [];
    const told = others.filter(({ at }) => at.length > 0 && !stood?.places.some((place) => touches(place, at)));
    const problems = [...shape, ...told.map(({ refusal, at }) => problem(refusal.code, at, refusal.values))];
    return { version, problems, against: adapts, template: null };
  }
  const against = standsAgainst({ path, published }, { organizationId, body: shape, adapts });
  const problems = against.map(({ refusal, at }) => problem(refusal.code, at, refusal.values));
  if (shape.code !== code) problems.push(problem("draft.code_differs", ["code"], { code }));
  const base = published.find((one) => one.version === adapts)?.body;
  return {
    version,
    problems,
    against: adapts,
    template: {
      changes: base ? diffTemplates(base, shape) : [],
      cost: costOf(shape),
      costBefore: base ? costOf(base) : null,
    },
  };
}
