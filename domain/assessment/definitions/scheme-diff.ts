import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { BilingualText } from "../../standards/things.ts";
import type { SchemeBody } from "./scheme.ts";
import { partsOf, type SchemePart } from "./scheme-parts.ts";

/** One difference between two versions of a scheme; values are texts, null where there was or is nothing. */
export type SchemeChange = {
  readonly of: "leaf" | "node" | "grade" | "veto" | "proportion" | "parameter";
  /** The indicator, node, grade or veto; the parameter's own name. */
  readonly code: string;
  readonly change: "added" | "removed" | "changed";
  /** What of it changed: fullMarks, version, weight, parent, name, kind, ceiling, open, order …; null where all came or went. */
  readonly property: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** What differs from `a` to `b`: lines in the order of `a`, then new lines, then grades, vetoes, proportions, parameters. */
export function diffSchemes(a: SchemeBody, b: SchemeBody): SchemeChange[] {
  return [
    ...differences(described(partsOf(a), "leaf"), described(partsOf(b), "leaf"), "leaf"),
    ...differences(described(partsOf(a), "node"), described(partsOf(b), "node"), "node"),
    ...orderChanges(a, b),
    ...differences(keyed(a.grades, grade), keyed(b.grades, grade), "grade"),
    ...differences(keyed(a.vetoes, veto), keyed(b.vetoes, veto), "veto"),
    ...differences(proportions(a), proportions(b), "proportion"),
    ...propertyChanges("parameter", null, parameters(a), parameters(b)),
  ];
}

type Properties = Readonly<Record<string, string | null>>;
type Things = ReadonlyMap<string, Properties>;

function differences(a: Things, b: Things, of: SchemeChange["of"]): SchemeChange[] {
  const whole = (code: string, change: "added" | "removed", properties: Properties): SchemeChange => {
    const text = properties.fullMarks ?? properties.weight ?? properties.atLeast ?? properties.atMost ?? null;
    const [from, to] = change === "added" ? [null, text] : [text, null];
    return { of, code, change, property: null, from, to };
  };
  return [
    ...[...a].flatMap(([code, before]) => {
      const after = b.get(code);
      return after === undefined ? [whole(code, "removed", before)] : propertyChanges(of, code, before, after);
    }),
    ...[...b].flatMap(([code, after]) => (a.has(code) ? [] : [whole(code, "added", after)])),
  ];
}

/** Properties that differ. Without a code the property itself is the thing that changed. */
function propertyChanges(of: SchemeChange["of"], code: string | null, a: Properties, b: Properties): SchemeChange[] {
  return Object.keys({ ...a, ...b }).flatMap((property) => {
    const [from, to] = [a[property] ?? null, b[property] ?? null];
    if (from === to) return [];
    return [{ of, code: code ?? property, change: "changed" as const, property: code && property, from, to }];
  });
}

function described(parts: readonly SchemePart[], of: "leaf" | "node"): Things {
  return new Map(
    parts.filter(({ kind }) => (kind === "leaf") === (of === "leaf")).map((line) => [line.code, propertiesOf(line)]),
  );
}

function propertiesOf(line: SchemePart): Properties {
  const place = { parent: line.parent, weight: line.weight };
  if (line.kind === "leaf") {
    const { version, fullMarks, open } = line.part;
    return { fullMarks, version: String(version), ...place, open: open && `${open.from}–${open.to}` };
  }
  const { name } = line.part;
  const own = { kind: line.kind, name: nameText(name), ...place };
  if (line.kind === "sum") return { ...own, open: line.part.open?.additional ?? null };
  return line.kind === "weighted" ? own : { ...own, ceiling: line.part.ceiling };
}

/** Children that both have, in another order: the score stays, the reading changes. */
function orderChanges(a: SchemeBody, b: SchemeBody): SchemeChange[] {
  const [before, after] = [childrenByNode(a), childrenByNode(b)];
  return [...before].flatMap(([code, children]) => {
    const others = after.get(code) ?? [];
    const from = children.filter((child) => others.includes(child)).join(", ");
    const to = others.filter((child) => children.includes(child)).join(", ");
    return from === to ? [] : [{ of: "node" as const, code, change: "changed" as const, property: "order", from, to }];
  });
}

function childrenByNode(body: SchemeBody): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { code, parent } of partsOf(body)) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
  }
  return children;
}

function keyed<T extends { readonly code: string }>(list: readonly T[], properties: (thing: T) => Properties): Things {
  return new Map(list.map((thing) => [thing.code, properties(thing)]));
}

function grade({ name, atLeast }: SchemeBody["grades"][number]): Properties {
  return { atLeast, name: nameText(name) };
}

function veto({ name, when, effect }: SchemeBody["vetoes"][number]): Properties {
  const cap = effect.caps === "grade" ? effect.grade : effect.total;
  return { name: nameText(name), when: canonicalJson(when), effect: `${effect.caps} ${cap}` };
}

function proportions(body: SchemeBody): Things {
  return new Map(body.proportions.map(({ grade: code, atMost }) => [code, { atMost }]));
}

function parameters(body: SchemeBody): Properties {
  return {
    name: nameText(body.name),
    subject: body.subject,
    cadence: body.cadence,
    validFrom: body.validFrom,
    kinds: body.appliesTo.kinds.join(", "),
    classes: body.appliesTo.classes.join(", "),
    places: String(body.places),
    lateFactor: body.lateFactor,
    coverageThreshold: body.coverageThreshold,
    floor: body.range.floor,
    ceiling: body.range.ceiling,
    tieBreakers: body.tieBreakers.join(", "),
  };
}

function nameText({ zh, en }: BilingualText): string {
  return `${zh} / ${en}`;
}
