import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { noticesText } from "./notices.ts";
import { cloneRoot } from "./source-files.ts";

// node bin/run.mjs tools/write-notices.ts
writeFileSync(join(cloneRoot, "THIRD-PARTY-NOTICES.md"), noticesText());
