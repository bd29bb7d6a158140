import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordsText } from "./documents.ts";
import { cloneRoot, readRepositoryFile } from "./source-files.ts";

// node bin/run.mjs tools/write-words.ts
writeFileSync(join(cloneRoot, "web/app/help/explained-words.ts"), wordsText(readRepositoryFile("docs/glossary.md")));
