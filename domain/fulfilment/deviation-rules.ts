import type { PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { StandardResult, TemplateBody } from "../standards/things.ts";

/** Of a yearly duty: held outside the days in which the text says 一般. */
export const outsideWindow = "within_window";

/** Something that is 一般 in the text and was done otherwise: it counts, and the record says why. */
export type Deviation = {
  readonly templateCode: string;
  /** The code of the check, or `outsideWindow`. */
  readonly check: string;
};

/** The reason that was entered for a deviation. */
export type DeviationReason = { readonly template: string; readonly check: string; readonly reason: string };

/** Where a record of that day departs from what its type generally asks for. */
export function deviationsOf(template: TemplateBody, occurredOn: PlainDate, standard: StandardResult): Deviation[] {
  const { code: templateCode, cadence, checks } = template;
  const soft = new Set(checks.filter(({ strength }) => strength === "general").map(({ code }) => code));
  const broken = standard.items
    // What doesn't apply isn't departed from.
    .filter(({ code, effect, passed }) => effect === "scored" && passed === false && soft.has(code))
    .map(({ code }) => ({ templateCode, check: code }));
  const window = cadence?.window;
  const away = window !== undefined && !isInWindow(occurredOn.slice(5), window);
  return away ? [{ templateCode, check: outsideWindow }, ...broken] : broken;
}

/** A window may run over the end of the year. */
function isInWindow(day: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/** The reason of a deviation among those that were entered; null where nobody gave one. */
export function reasonFor({ templateCode, check }: Deviation, reasons: readonly DeviationReason[]): string | null {
  const found = reasons.find((one) => one.template === templateCode && one.check === check);
  return found?.reason.trim() || null;
}

/** Refuses a record that departs from what is generally asked for without saying why. */
export function deviationRefusal(
  deviations: readonly Deviation[],
  reasons: readonly DeviationReason[],
): Refusal | null {
  const silent = deviations.find((deviation) => reasonFor(deviation, reasons) === null);
  if (silent === undefined) return null;
  const { templateCode: template, check } = silent;
  return refuse("record.deviation_reason_missing", { template, check }, "deviations");
}
