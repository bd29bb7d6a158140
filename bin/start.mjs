import { launch } from "./launch.mjs";
import { serverOptions } from "./server-options.mjs";

await launch("server/main.ts", process.argv.slice(2), serverOptions);
