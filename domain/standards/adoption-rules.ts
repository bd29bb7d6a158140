import type { PlainDate } from "../kernel/plain-date.ts";
import type { OrganizationKind } from "../organization/things.ts";
import { isUsable, mayOwe } from "./template-policy.ts";
import type { TemplateBody, TemplateStage } from "./things.ts";

/** A published version. `ownerPath` is null for the built-in library; `base` is the version it adapts. */
export type OfferedVersion = {
  readonly code: string;
  readonly version: number;
  readonly ownerPath: string | null;
  readonly base: number | null;
  readonly stage: TemplateStage;
};

/** An organisation works by a version, itself and all below, from a day on; `ends`: from then on by what holds above. */
export type TemplateAdoption = {
  readonly path: string;
  readonly code: string;
  readonly version: number;
  readonly from: PlainDate;
  readonly ends: boolean;
};

/**
 * The version by which an organisation works on a day, by code: adopted by the nearest organisation at or above it, as
 * long as it isn't withdrawn; otherwise the newest promoted one of the library or of an organisation at or above it that
 * adapts nothing. Codes that nobody may use there are left out.
 */
export function versionsInForce(
  offered: readonly OfferedVersion[],
  adoptions: readonly TemplateAdoption[],
  path: string,
  day: PlainDate,
): Map<string, number> {
  const inForce = new Map<string, number>();
  for (const { code, version, ownerPath, base, stage } of offered) {
    const isHere = ownerPath === null || path.startsWith(ownerPath);
    if (stage !== "promoted" || base !== null || !isHere) continue;
    inForce.set(code, Math.max(version, inForce.get(code) ?? 0));
  }
  const usable = new Set(offered.filter(({ stage }) => isUsable(stage)).map(keyOf));
  const farthestFirst = standingOn(adoptions, path, day).toSorted((a, b) => a.path.length - b.path.length);
  for (const adoption of farthestFirst) if (usable.has(keyOf(adoption))) inForce.set(adoption.code, adoption.version);
  return inForce;
}

/** What organisations at and above `path` decided last by a day, without those that ended it. */
function standingOn(adoptions: readonly TemplateAdoption[], path: string, day: PlainDate): TemplateAdoption[] {
  const newest = new Map<string, TemplateAdoption>();
  for (const adoption of adoptions) {
    if (adoption.from > day || !path.startsWith(adoption.path)) continue;
    const place = `${adoption.path} ${adoption.code}`;
    const known = newest.get(place);
    if (known === undefined || adoption.from > known.from) newest.set(place, adoption);
  }
  return [...newest.values()].filter(({ ends }) => !ends);
}

function keyOf({ code, version }: Pick<OfferedVersion, "code" | "version">): string {
  return `${code} ${version}`;
}

export type CoveredOrganization = { readonly path: string; readonly kind: OrganizationKind };

/** How many organisations at and below a place do the work of a template, and how many of them by a version adopted for them. */
export function coverageOf(
  template: Pick<TemplateBody, "code" | "owedBy">,
  organizations: readonly CoveredOrganization[],
  adoptions: readonly TemplateAdoption[],
  day: PlainDate,
): { readonly owing: number; readonly covered: number } {
  const owing = organizations.filter(({ kind }) => kind !== "GROUP" && mayOwe(template, kind));
  const own = adoptions.filter(({ code }) => code === template.code);
  return { owing: owing.length, covered: owing.filter(({ path }) => standingOn(own, path, day).length > 0).length };
}
