import pino from "pino";
import { configurationOrEnd } from "./platform/configuration/or-end.ts";
import { startParts } from "./start-parts.ts";

/** The loops alone (folding, sealing, sweeping), for servers started with DUTYLOOP_WORKER=separate. */
const configured = configurationOrEnd(process.env);
const { configuration } = configured;
const logger = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
const { application, stop } = await startParts(configured, logger);
application.startLoops();
logger.info("the loops are running");

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.once(signal, () => void stop().then(() => process.exit(0)));
}
