/** Where a definition can't be accepted and why. The sentence of `code` is in the message catalogue. */
export type DefinitionProblem = {
  readonly file: string;
  /** `root.children[1].weight`; empty for the definition as a whole. */
  readonly path: string;
  readonly code: string;
  readonly values: Record<string, string | number>;
};

export type PathStep = string | number;

/** A problem inside one definition; the file is added by whoever has it. */
export type Finding = Omit<DefinitionProblem, "file">;

export function problem(code: string, path: readonly PathStep[], values: Finding["values"] = {}): Finding {
  return { path: pathText(path), code, values };
}

function pathText(path: readonly PathStep[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** What a refinement of a schema hands on, so that its refusal is worded like every other. */
export function refusalOf(refusal: string, values: Finding["values"] = {}) {
  return { code: "custom" as const, params: { refusal, values } };
}
