import type { Condition, Selection } from "../definitions/indicator.ts";
import type { Evidence } from "../things.ts";

/** The evidence a selection takes in, under the indicator's own filter; a group that its stornos emptied counts as none. */
export function select(
  evidence: readonly Evidence[],
  selection: Selection,
  filter: readonly Condition[],
): readonly Evidence[] {
  const conditions = [...filter, ...selection.conditions];
  return evidence.filter(
    (group) => group.kind === selection.kind && group.count > 0 && meetsAll(group.attributes, conditions),
  );
}

/** Whether every condition holds; a missing attribute is "". */
export function meetsAll(attributes: Evidence["attributes"], conditions: readonly Condition[]): boolean {
  for (const condition of conditions) if (!meets(attributes, condition)) return false;
  return true;
}

function meets(attributes: Evidence["attributes"], { attribute, operator, values }: Condition): boolean {
  const held = attributeText(attributes, attribute);
  if (operator === "in") return values.includes(held);
  return (operator === "eq") === (held === values[0]);
}

export function attributeText(attributes: Evidence["attributes"], attribute: string): string {
  return String(attributes[attribute] ?? "");
}

/** Done under an approved extension: counts the late factor in a timeliness ratio. */
export function isLate(group: Evidence): boolean {
  return group.attributes.timeliness === "late";
}

/** The evidence by the text of an attribute, in the order of that text; all under "" without an attribute. */
export function byAttribute(
  evidence: readonly Evidence[],
  attribute: string | null,
): readonly (readonly [string, readonly Evidence[]])[] {
  const groups = Map.groupBy(evidence, (group) =>
    attribute === null ? "" : attributeText(group.attributes, attribute),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** How many facts stand. */
export function factsIn(evidence: readonly Evidence[]): number {
  return evidence.reduce((count, group) => count + group.count, 0);
}
