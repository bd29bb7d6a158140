import { v7 as uuidv7 } from "uuid";
import type { CheckedRoster } from "../roster/check-roster.ts";
import type { Placed } from "../roster/organization-state.ts";
import { addRows, changeRows, type Pen } from "./kept-rows.ts";
import { pick } from "./order.ts";

/** Adds and changes appointments; answers whether all were as they were read. */
export async function writeAppointments(
  pen: Pen,
  { appointments, state }: CheckedRoster,
  organizations: ReadonlyMap<string, Placed>,
  people: ReadonlyMap<string, string>,
): Promise<boolean> {
  const changed = pick(appointments, "changed").map(({ before, after }) => ({
    id: before === null ? null : state.appointments.ids.get(before),
    valid_to: after.validTo,
    full_time: after.fullTime === "true",
  }));
  if (!(await changeRows(pen, "appointment", ["id"], changed))) return false;
  await addRows(
    pen,
    "appointment",
    pick(appointments, "added").map(({ given, after }) => ({
      id: uuidv7(),
      person_id: people.get(given.number ?? ""),
      organization_id: organizations.get(given.organization ?? "")?.id,
      post: given.post,
      valid_from: given.validFrom,
      valid_to: after.validTo,
      full_time: after.fullTime === "true",
    })),
  );
  return true;
}
