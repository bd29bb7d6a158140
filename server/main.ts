import { parseArgs } from "node:util";
import pino from "pino";
import { demoAccess, ensureDemo } from "./demo-start.ts";
import { configurationOrEnd } from "./platform/configuration/or-end.ts";
import { startParts } from "./start-parts.ts";
import { ensureWebBuilt } from "./web-build.ts";
import { welcome } from "./welcome.ts";

/** `npm start`: asks nothing, makes everything it needs, and says where to open it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { empty: { type: "boolean", default: false } }, allowPositionals: false });
  const configuration = await configurationOrEnd(process.env);
  const logger = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const tell = (line: string) => console.log(`[dutyloop] ${line}`);

  const building = ensureWebBuilt(tell);
  building.catch(() => {});
  const started = await startParts(configuration, logger);
  const { application } = started;
  if (!values.empty) await ensureDemo(application, started.ownerUrl, configuration.dataFolder, tell);
  const server = await application.server({
    webFolder: await building,
    overTls: configuration.publicUrl?.startsWith("https:") ?? false,
    trustProxy: configuration.trustProxy,
    metricsToken: configuration.metricsToken,
  });
  await server.listen({ port: configuration.port, host: configuration.host });
  if (configuration.worker === "inline") application.startLoops();

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "stopping");
    // Requests under way are answered before the database goes.
    await server.close();
    await started.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));

  const address =
    configuration.publicUrl ??
    `http://${configuration.host === "0.0.0.0" ? "localhost" : configuration.host}:${configuration.port}`;
  console.log(welcome(address, await demoAccess(configuration.dataFolder)));
}

try {
  await main();
} catch (error) {
  console.error(`[dutyloop] ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
