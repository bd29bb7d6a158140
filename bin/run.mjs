// node bin/run.mjs <file.ts> [args]: runs any TypeScript file of the clone.
import { relative, resolve } from "node:path";
import { cloneRoot, launch } from "./launch.mjs";

const [file, ...args] = process.argv.slice(2);
if (file) {
  await launch(relative(cloneRoot, resolve(file)), args);
} else {
  process.stderr.write("node bin/run.mjs <file.ts> [args]\n");
  process.exitCode = 2;
}
