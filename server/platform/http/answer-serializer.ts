import type * as FastJson from "fast-json-stringify";
import { z } from "zod";
import { onFirstUse } from "../packages/on-first-use.ts";

const fastJson = onFirstUse<typeof FastJson.default>("fast-json-stringify");

/**
 * Writes an endpoint's answers as JSON by its schema: what the schema doesn't name is left out. The program that does it is
 * made for the first answer, since those of all endpoints together take more memory than a server at rest has for them.
 */
export function answerSerializer(answer: z.ZodType): (data: unknown) => string {
  let serialize: ((data: unknown) => string) | undefined;
  return (data) => {
    serialize ??= fastJson()(z.toJSONSchema(answer, { io: "output", target: "draft-7" }) as FastJson.Schema);
    return serialize(data);
  };
}
