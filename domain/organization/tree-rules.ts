import { type Month, monthOf, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { OrganizationSpan } from "./things.ts";

/** An organisation's life and the first day of its newest stretch: where it stands and what it is called since then. */
export type Standing = Omit<OrganizationSpan, "kind"> & { readonly changedOn: PlainDate };

/**
 * Why its place, name or class can't change from this day on, or null: it doesn't stand on the day, something of it
 * changes later (the newer stretch would be lost), or the day is still to come.
 */
export function changeRefusal(standing: Standing, on: PlainDate, today: PlainDate): Refusal | null {
  const { validFrom, validTo, changedOn } = standing;
  if (on > today) return refuse("organization.change_in_future", { today }, "on");
  if (on < validFrom) return refuse("organization.before_start", { from: validFrom }, "on");
  if (validTo !== null && on > validTo) return refuse("organization.ended", { to: validTo }, "on");
  return on < changedOn ? refuse("organization.changed_later", { date: changedOn }, "on") : null;
}

/** What is left in and below an organisation after its last day; 党小组 end with their branch and don't count. */
export type Remaining = { readonly children: number; readonly members: number; readonly transfers: number };

/** Why it can't end on this day, or null: it has ended already, changes later, or something would be left without a place (ORG-05, ORG-24). */
export function revocationRefusal(standing: Standing, lastDay: PlainDate, remaining: Remaining): Refusal | null {
  const { validFrom, validTo, changedOn } = standing;
  if (validTo !== null) return refuse("organization.ended", { to: validTo }, "lastDay");
  if (lastDay < validFrom) return refuse("organization.before_start", { from: validFrom }, "lastDay");
  if (lastDay < changedOn) return refuse("organization.changed_later", { date: changedOn }, "lastDay");
  const { children, members, transfers } = remaining;
  if (children > 0) return refuse("organization.children_left", { count: children });
  if (members > 0) return refuse("organization.members_left", { count: members });
  return transfers > 0 ? refuse("organization.transfers_left", { count: transfers }) : null;
}

/** Why nothing of the tree may change from this day on, or null: a month from then on is in publicity or closed. */
export function closedMonthRefusal(from: PlainDate, closed: Iterable<Month>, field: string): Refusal | null {
  const month = [...closed].sort().find((one) => one >= monthOf(from));
  return month === undefined ? null : refuse("organization.period_closed", { month }, field);
}
