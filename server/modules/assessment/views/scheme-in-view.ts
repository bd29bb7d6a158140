import type { Period, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { spans } from "@dutyloop/domain/assessment/period-things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import { type Adoption, versionInForce } from "../adoptions.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";

/** The scheme in force at a place, and whether a period is one of its own or is made of several of them. */
export type SchemeInView = Definitions & { readonly own: boolean };

/** Throws `not_found` where nobody above uses the scheme, `score.period_too_short` where it scores longer periods only. */
export async function schemeInView(
  database: ReadDatabase,
  tenantId: number,
  adoptions: readonly Adoption[],
  code: string,
  path: string,
  period: Period,
): Promise<SchemeInView> {
  // A longer period is described by the version that its last part was scored with.
  const version =
    versionInForce(adoptions, code, path, period.from) ?? versionInForce(adoptions, code, path, period.to);
  if (version === null) throw notFound();
  const definitions = await loadDefinitions(database, tenantId, code, version);
  const lengths = spans.indexOf(period.span) - spans.indexOf(definitions.scheme.cadence);
  if (lengths < 0) throw new Refused(refuse("score.period_too_short"));
  return { ...definitions, own: lengths === 0 };
}

type Choice = { readonly code: string; readonly name: BilingualText; readonly cadence: Span };

/** Every scheme in force at a place in a period, by code. */
export async function schemeChoices(
  database: ReadDatabase,
  tenantId: number,
  adoptions: readonly Adoption[],
  path: string,
  period: Period,
): Promise<Choice[]> {
  const codes = [...new Set(adoptions.map(({ schemeCode }) => schemeCode))].sort();
  const inForce = codes.flatMap((code) => {
    const version = versionInForce(adoptions, code, path, period.to);
    return version === null ? [] : [{ code, version }];
  });
  return Promise.all(
    inForce.map(async ({ code, version }) => {
      const { scheme } = await loadDefinitions(database, tenantId, code, version);
      return { code, name: scheme.name, cadence: scheme.cadence };
    }),
  );
}

/** A scheme as answers name it. */
export function schemeRef({ scheme }: Pick<Definitions, "scheme">): {
  code: string;
  version: number;
  name: BilingualText;
} {
  return { code: scheme.code, version: scheme.version, name: scheme.name };
}
