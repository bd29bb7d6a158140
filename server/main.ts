import { parseArgs } from "node:util";
import pino from "pino";
import { type BackgroundStep, demoAccess, ensureDemo, startSecondGroup } from "./demo-start.ts";
import type { Configuration } from "./platform/configuration/index.ts";
import { configurationOrEnd } from "./platform/configuration/or-end.ts";
import { type Started, startParts } from "./start-parts.ts";
import { ensureWebBuilt } from "./web-build.ts";
import { signInsOf, welcome } from "./welcome.ts";

const tell = (line: string) => console.log(`[dutyloop] ${line}`);

/** `npm start`: asks nothing, makes everything it needs, and says where to open it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { empty: { type: "boolean", default: false } }, allowPositionals: false });
  const configured = configurationOrEnd(process.env);
  const { configuration } = configured;
  const logger = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const building = ensureWebBuilt(tell);
  // Awaited later; until then a failure must not end the program.
  building.catch(() => {});
  const started = await startParts(configured, logger);
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stopping.abort(signal));
  let secondGroup: BackgroundStep | undefined;
  try {
    if (!values.empty) await ensureDemo(started.application, started.ownerUrl, configuration, tell);
    const server = await serve(started, configuration, await building);
    console.log(welcome(configuration.publicUrl, await demoAccess(configuration.dataFolder)));
    if (!values.empty) {
      secondGroup = await startSecondGroup(configuration.dataFolder, tell, (access) =>
        console.log(signInsOf(access.groupName, access.signIns).join("\n")),
      );
    }
    await asked(stopping.signal);
    // Requests under way are answered before the database goes.
    await server.close();
  } finally {
    await secondGroup?.stop();
    await started.stop();
  }
}

async function serve({ application }: Started, configuration: Configuration, webFolder: string) {
  const server = await application.server({
    webFolder,
    overTls: configuration.publicUrl.startsWith("https:"),
    trustProxy: configuration.trustProxy,
    metricsToken: configuration.metricsToken ?? null,
  });
  await server.listen({ port: configuration.port, host: configuration.host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    const { port } = configuration;
    throw new Error(
      `端口 ${port} 已被占用，请用 PORT 另选 / port ${port} is taken, choose another: PORT=${port + 1} npm start`,
    );
  });
  if (configuration.worker === "inline") application.startLoops();
  return server;
}

function asked(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(`[dutyloop] ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
