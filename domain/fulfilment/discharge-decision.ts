import { chooseObligations, timeliness } from "../duties/discharge-rules.ts";
import { isOpenState, type Obligation } from "../duties/things.ts";
import { daysBetween, isWithin, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { StandardResult, TemplateBody } from "../standards/things.ts";
import type { Discharge, NotDischarged, NotDischargedReason, RecordInput } from "./things.ts";

/** The obligations of one template that this host owes: the 党小组 where groups owe it, else the organisation. */
export function obligationsFor(input: RecordInput, template: TemplateBody): Obligation[] {
  const subjectId = template.owedBy === "group" ? input.groupId : input.organizationId;
  return input.obligations.filter(
    (obligation) => obligation.templateCode === template.code && obligation.subjectId === subjectId,
  );
}

/**
 * Refuses a day that lies in no period of a chosen type that the host owes, and names the nearest window. What isn't owed,
 * because it happens on occasion or nobody imposed it here, is recorded on any day.
 */
export function windowRefusal(input: RecordInput, templates: readonly TemplateBody[]): Refusal | null {
  if (input.joins) return null;
  const day = input.content.occurredOn;
  const owed = templates.map((template) => (template.cadence === null ? [] : obligationsFor(input, template)));
  if (owed.some((obligations) => obligations.length === 0)) return null;
  const windows = owed.flat().map((obligation) => windowOf(input, obligation));
  if (windows.some((window) => isWithin(day, window.from, window.to))) return null;
  const nearest = windows.toSorted((a, b) => distance(day, a) - distance(day, b) || (a.from < b.from ? -1 : 1))[0];
  if (nearest === undefined) return null;
  return refuse("record.date.outside_obligation", { date: day, from: nearest.from, to: nearest.to }, "occurredOn");
}

/** Refuses a make-up for a duty that isn't the host's, isn't open, or was due before that day without an extension. */
export function makeUpRefusal(input: RecordInput, templates: readonly TemplateBody[]): Refusal | null {
  const own = templates.flatMap((template) => obligationsFor(input, template));
  const { occurredOn } = input.content;
  for (const id of input.makesUpFor ?? []) {
    const duty = own.find((obligation) => obligation.id === id);
    const open = duty !== undefined && isOpenState(duty.state);
    if (!open || timeliness(occurredOn, duty.dueOn, duty.extendedTo) === null)
      return refuse("record.make_up_not_open", {}, "makesUpFor");
  }
  return null;
}

/**
 * What one record does for the duties of one template: each obligation it discharges, or why it discharges none. A
 * make-up chosen by the user serves the obligations it names and no other.
 */
export function dischargeOf(
  input: RecordInput,
  template: TemplateBody,
  standard: StandardResult,
): { readonly discharges: Discharge[]; readonly notDischarged: NotDischarged | null } {
  const day = input.content.occurredOn;
  const obligations = obligationsFor(input, template);
  const madeUpFor = obligations.filter((obligation) => isMadeUpFor(input, obligation));
  const candidates =
    madeUpFor.length > 0
      ? madeUpFor.filter((obligation) => isOpenState(obligation.state))
      : chooseObligations(obligations, day);
  const timely = candidates.flatMap((obligation) => {
    const judged = timeliness(day, obligation.dueOn, obligation.extendedTo);
    return judged === null || day < obligation.periodFrom ? [] : [{ obligation, timeliness: judged }];
  });
  const none = (reason: NotDischargedReason, missing: readonly string[] = []) => ({
    discharges: [],
    notDischarged: { templateCode: template.code, reason, missing },
  });
  if (candidates.length === 0) {
    const there = madeUpFor.length > 0 ? madeUpFor : obligations.filter((one) => holds(one, day));
    return none(reasonOfNone(template, there));
  }
  if (timely.length === 0) return none("discharge.after_deadline");
  if (!standard.blockingMet) {
    const missing = standard.items.filter((item) => item.effect === "blocking" && item.passed === false);
    return none(
      "discharge.blocking_item_missing",
      missing.map((item) => item.code),
    );
  }
  const discharges = timely.map((found) => ({ ...found, templateCode: template.code, standard }));
  return { discharges, notDischarged: null };
}

function reasonOfNone({ cadence }: TemplateBody, obligations: readonly Obligation[]): NotDischargedReason {
  if (obligations.length === 0) return cadence === null ? "discharge.on_occasion" : "discharge.no_obligation";
  return obligations.every((obligation) => obligation.state === "waived")
    ? "discharge.waived"
    : "discharge.already_discharged";
}

function isMadeUpFor(input: RecordInput, obligation: Obligation): boolean {
  return input.makesUpFor?.includes(obligation.id) ?? false;
}

function holds(obligation: Obligation, day: PlainDate): boolean {
  return isWithin(day, obligation.periodFrom, obligation.periodTo);
}

/** A make-up may happen after the period, up to the approved later deadline. */
function windowOf(input: RecordInput, obligation: Obligation): { readonly from: PlainDate; readonly to: PlainDate } {
  const extended = isMadeUpFor(input, obligation) ? obligation.extendedTo : null;
  const to = extended !== null && extended > obligation.periodTo ? extended : obligation.periodTo;
  return { from: obligation.periodFrom, to };
}

function distance(day: PlainDate, window: { readonly from: PlainDate; readonly to: PlainDate }): number {
  return Math.max(daysBetween(day, window.from), daysBetween(window.to, day), 0);
}
