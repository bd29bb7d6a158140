import pino from "pino";
import { configurationOrEnd } from "../server/platform/configuration/or-end.ts";
import { startParts } from "../server/start-parts.ts";

/** The product's server without its web pages: API, loops and database as `server/main.ts` runs them. */
const configuration = await configurationOrEnd(process.env);
const logger = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
const { application, stop } = await startParts(configuration, logger);
const server = await application.server({ webFolder: null, overTls: false, trustProxy: false, metricsToken: null });
await server.listen({ port: configuration.port, host: configuration.host });
application.startLoops();
process.once("SIGTERM", async () => {
  await server.close();
  await stop();
  process.exit(0);
});
