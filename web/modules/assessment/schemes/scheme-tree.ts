type Path = readonly (string | number)[];

/** A line of a scheme as its version is written; the body comes as the library, or somebody who drafts, writes it. */
export type SchemeLine = {
  readonly code: string;
  readonly depth: number;
  readonly kind: "leaf" | "sum" | "weighted" | "bonus" | "deduction";
  /** Where it is written, and as which item of a list; null for the root. */
  readonly path: Path;
  readonly item: Path | null;
  readonly name: { readonly zh: string; readonly en: string } | null;
  readonly weight: string | null;
  /** Of a sum node those of its leaves. */
  readonly fullMarks: string | null;
  /** Version of the indicator; null for nodes. */
  readonly version: number | null;
  /** Bounds an organisation below may move the full marks in. */
  readonly open: { readonly from: string; readonly to: string } | null;
};

type Shape = Readonly<Record<string, unknown>>;

// A draft may say anything anywhere.
const text = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value) : null;
const shape = (value: unknown): Shape => (typeof value === "object" && value !== null ? (value as Shape) : {});
const list = (value: unknown): readonly Shape[] => (Array.isArray(value) ? value.map(shape) : []);

function nameOf(value: unknown): SchemeLine["name"] {
  const { zh, en } = shape(value);
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : null;
}

type Place = { readonly path: Path; readonly item: Path | null; readonly depth: number };

function leafLine(leaf: Shape, place: Place, weight: string | null): SchemeLine {
  const open = leaf.open == null ? null : shape(leaf.open);
  return {
    ...place,
    code: text(leaf.indicator) ?? "",
    kind: "leaf",
    name: null,
    weight,
    fullMarks: text(leaf.fullMarks),
    version: typeof leaf.version === "number" ? leaf.version : null,
    open: open && { from: text(open.from) ?? "", to: text(open.to) ?? "" },
  };
}

function nodeLines(node: Shape, place: Place, weight: string | null): SchemeLine[] {
  if (node.kind === "leaf") return [leafLine(node, place, weight)];
  const weighted = node.kind === "weighted";
  const depth = place.depth + 1;
  const below = list(node.children).flatMap((child, at) => {
    const item = [...place.path, "children", at];
    return weighted
      ? nodeLines(shape(child.node), { path: [...item, "node"], item, depth }, text(child.weight))
      : nodeLines(child, { path: item, item, depth }, null);
  });
  const own: SchemeLine = {
    ...place,
    code: text(node.code) ?? "",
    kind: weighted ? "weighted" : "sum",
    name: nameOf(node.name),
    weight,
    fullMarks: weighted ? "100" : null,
    version: null,
    open: null,
  };
  return [own, ...below];
}

/** Every line of a scheme's body in the order of its tree, then bonuses, then deductions. */
export function schemeLines(body: Shape): SchemeLine[] {
  const extras = (key: "bonuses" | "deductions", kind: "bonus" | "deduction") =>
    list(body[key]).flatMap((extra, index): SchemeLine[] => {
      const path = [key, index];
      return [
        {
          code: text(extra.code) ?? "",
          depth: 0,
          kind,
          path,
          item: path,
          name: nameOf(extra.name),
          weight: null,
          fullMarks: text(extra.ceiling),
          version: null,
          open: null,
        },
        ...list(extra.leaves).map((leaf, at) => {
          const item = [...path, "leaves", at];
          return leafLine(leaf, { path: item, item, depth: 1 }, null);
        }),
      ];
    });
  return [
    ...nodeLines(shape(body.root), { path: ["root"], item: null, depth: 0 }, null),
    ...extras("bonuses", "bonus"),
    ...extras("deductions", "deduction"),
  ];
}

export type SchemeRules = {
  readonly lateFactor: string;
  readonly coverageThreshold: string;
  readonly places: number;
  readonly grades: readonly { readonly code: string; readonly name: SchemeLine["name"]; readonly atLeast: string }[];
  readonly proportions: readonly { readonly grade: string; readonly atMost: string }[];
  readonly vetoes: readonly { readonly code: string; readonly name: SchemeLine["name"] }[];
};

/** The parameters of a scheme beside its tree. */
export function schemeRules(body: Shape): SchemeRules {
  return {
    lateFactor: text(body.lateFactor) ?? "0.5",
    coverageThreshold: text(body.coverageThreshold) ?? "80",
    places: typeof body.places === "number" ? body.places : 2,
    grades: list(body.grades).map(({ code, name, atLeast }) => ({
      code: text(code) ?? "",
      name: nameOf(name),
      atLeast: text(atLeast) ?? "",
    })),
    proportions: list(body.proportions).map(({ grade, atMost }) => ({
      grade: text(grade) ?? "",
      atMost: text(atMost) ?? "",
    })),
    vetoes: list(body.vetoes).map(({ code, name }) => ({ code: text(code) ?? "", name: nameOf(name) })),
  };
}
