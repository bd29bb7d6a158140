/** A line of a scheme as its version is written; the body comes as the library writes it. */
export type SchemeLine = {
  readonly code: string;
  readonly depth: number;
  readonly kind: "leaf" | "node" | "bonus" | "deduction";
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

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const list = (value: unknown): readonly Shape[] => (Array.isArray(value) ? (value as Shape[]) : []);

function nameOf(value: unknown): SchemeLine["name"] {
  const { zh, en } = (value ?? {}) as Shape;
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : null;
}

function leafLine(leaf: Shape, depth: number, weight: string | null): SchemeLine {
  const open = leaf.open as Shape | null | undefined;
  return {
    code: text(leaf.indicator) ?? "",
    depth,
    kind: "leaf",
    name: null,
    weight,
    fullMarks: text(leaf.fullMarks),
    version: typeof leaf.version === "number" ? leaf.version : null,
    open: open ? { from: text(open.from) ?? "", to: text(open.to) ?? "" } : null,
  };
}

function nodeLines(node: Shape, depth: number, weight: string | null): SchemeLine[] {
  if (node.kind === "leaf") return [leafLine(node, depth, weight)];
  const weighted = node.kind === "weighted";
  const children = list(node.children);
  const below = children.flatMap((child) =>
    weighted
      ? nodeLines((child.node ?? {}) as Shape, depth + 1, text(child.weight))
      : nodeLines(child, depth + 1, null),
  );
  const own: SchemeLine = {
    code: text(node.code) ?? "",
    depth,
    kind: "node",
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
    list(body[key]).flatMap((extra): SchemeLine[] => [
      {
        code: text(extra.code) ?? "",
        depth: 0,
        kind,
        name: nameOf(extra.name),
        weight: null,
        fullMarks: text(extra.ceiling),
        version: null,
        open: null,
      },
      ...list(extra.leaves).map((leaf) => leafLine(leaf, 1, null)),
    ]);
  return [
    ...nodeLines((body.root ?? {}) as Shape, 0, null),
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
