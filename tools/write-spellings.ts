import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cloneRoot } from "./source-files.ts";
import { spellingsText } from "./spellings.ts";

// node bin/run.mjs tools/write-spellings.ts
writeFileSync(join(cloneRoot, "web/app/palette/spellings.ts"), spellingsText());
