import { writeFile } from "node:fs/promises";
import { openApiDocument } from "./platform/http/open-api.ts";
import { programVersion } from "./platform/http/program-version.ts";

/** Where the API's document lies in the repository, so that a change of the API is seen in its history. */
export const openApiFile = new URL("openapi.json", import.meta.url);

/** The document as it is kept: made from the contract, one line a value. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(programVersion), null, 1)}\n`;
}

if (import.meta.main) await writeFile(openApiFile, openApiText());
