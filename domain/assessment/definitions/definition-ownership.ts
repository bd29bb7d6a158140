import { type Refusal, refuse } from "../../kernel/refusal.ts";

/** Who has a code: the place of the organisation that made its newest version of its own; null where it is new. */
export type Standing = { readonly code: string; readonly ownerPath: string | null };

/**
 * Whether an organisation may publish the next version of a code. Its owner may; below the owner a scheme is adapted and
 * not rewritten (逐级考核), an indicator neither; elsewhere the code is taken. The built-in library counts as the top's.
 */
export function publishingRefusal(
  kind: "indicator" | "scheme",
  path: string,
  { code, ownerPath }: Standing,
  adapts: number | null,
): Refusal | null {
  if (ownerPath === null || path === ownerPath) return null;
  if (kind === "indicator" || !path.startsWith(ownerPath)) return refuse("definition.code_taken", { code }, "code");
  return adapts === null ? refuse("definition.adapts_missing", { code }, "adapts") : null;
}

/** A version of a scheme, and the version it adapts. */
export type AdaptedVersion = { readonly version: number; readonly adapts: number | null };

/** True when a version is this one, or adapts it directly or by way of others. */
export function isWithin(version: number, base: number, versions: readonly AdaptedVersion[]): boolean {
  const adapted = new Map(versions.map(({ version: number, adapts }) => [number, adapts]));
  let at: number | null = version;
  // An adaptation is always newer than what it adapts, so this ends.
  while (at !== null && at > base) at = adapted.get(at) ?? null;
  return at === base;
}
