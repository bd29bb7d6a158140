import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { parse as parseYaml } from "yaml";
import type { z } from "zod";

const root = fileURLToPath(new URL("../../library/", import.meta.url));

export type LibraryEntry<Body> = { readonly body: Body; readonly checksum: string };

/** Reads one folder of the built-in library; a file that doesn't fit its schema stops the start and names file and path. */
export async function loadLibrary<S extends z.ZodType>(
  folder: string,
  schema: S,
): Promise<LibraryEntry<z.output<S>>[]> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = schema.safeParse(parseYaml(await readFile(join(root, folder, name), "utf8")));
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new Error(`library/${folder}/${name}: ${issue?.path.join(".")}: ${issue?.message}`);
      }
      return { body: parsed.data, checksum: checksumOf(parsed.data as CanonicalValue) };
    }),
  );
}

/** SHA-256 of a definition, by which a version is known to be unchanged. */
export function checksumOf(body: CanonicalValue): string {
  return createHash("sha256").update(canonicalJson(body)).digest("hex");
}
