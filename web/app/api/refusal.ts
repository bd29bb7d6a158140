type Problem = { readonly path: string; readonly code: string; readonly message: string };

/** The server's no, already worded in the reader's language. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly problems: readonly Problem[];
  /** What the sentence speaks of. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What to tell the administrator. */
  readonly requestId: string;

  constructor(status: number, body: Partial<Omit<Refusal, "status">>) {
    super(body.message ?? "");
    this.name = "Refusal";
    this.status = status;
    this.code = body.code ?? "internal";
    this.field = body.field;
    this.problems = body.problems ?? [];
    this.values = body.values ?? {};
    this.requestId = body.requestId ?? "";
  }
}

/** No answer arrived: whether the server did anything isn't known. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super("connection lost", { cause });
    this.name = "ConnectionLost";
  }
}

/** The sentences for each field of a form, by the field's path ("attendance.3.reason"). */
export function problemsByField(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {};
  const found: Record<string, string> = {};
  for (const { path, message } of error.problems) found[path] ??= message;
  if (error.field) found[error.field] ??= error.message;
  return found;
}
