// Loaded before an entry point on the Node that runs TypeScript.
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Stripped and compiled modules are kept between starts.
module.enableCompileCache?.(join(fileURLToPath(new URL("..", import.meta.url)), ".dutyloop", "compiled"));

if (process.channel) {
  // A launcher that was killed can pass on no signal: stop as if it had.
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
