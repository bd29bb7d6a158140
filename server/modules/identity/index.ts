export { openAccount } from "./accounts.ts";
export { callerFor } from "./actor-store.ts";
export { SessionKeeper } from "./authenticate.ts";
export { type FoundedGroup, foundGroup, type NewGroup } from "./found-group.ts";
export { grantRole } from "./grants.ts";
export { randomPassword } from "./passwords.ts";
export { identityRoutes } from "./routes.ts";
export { clockCode } from "./second-factor/codes.ts";
export { resetFromMachine } from "./second-factor/reset-from-machine.ts";
