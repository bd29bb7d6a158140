export { databaseName, ensureDatabase, ensureExtensions, ensureRoles, roleNames, withClient } from "./roles.ts";
export { type EmbeddedPostgres, type Log, type StartOptions, startEmbeddedPostgres } from "./start.ts";
export { withDatabase } from "./urls.ts";
