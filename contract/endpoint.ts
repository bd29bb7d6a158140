import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { z } from "zod";

/**
 * Who may call an endpoint at all. `public` needs no sign-in, `self` any signed-in account about itself,
 * an action needs a grant that carries it (the scope of that grant then narrows what is seen).
 */
export type Access = "public" | "self" | Action;

/** One endpoint of the public API: its words, its access and the shapes that go in and come out. */
export type Endpoint = {
  summary: { zh: string; en: string };
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is a file of this media type, sent as it is; true for a photograph. */
  binaryBody?: true | "application/octet-stream";
  /** Bytes that such a body may have; 50 MB where nothing is said. */
  binaryLimit?: number;
  /** The answer is a file of this media type, sent as it is; true for a photograph. */
  binaryAnswer?: true | "application/octet-stream" | "text/event-stream";
  /** The caller must send an Idempotency-Key; the same key with the same body is answered again without effect. */
  idempotent?: true;
  answer: z.ZodType;
  /** Codes of refusals beyond those every endpoint can give. */
  refusals?: readonly string[];
};
