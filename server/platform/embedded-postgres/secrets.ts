import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The passwords of the cluster's four roles. */
export interface ClusterSecrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly backup: string;
}

/**
 * Reads the passwords, or makes them for a cluster that doesn't exist yet.
 * @throws Error if the cluster exists but its passwords don't
 */
export function clusterSecrets(file: string, clusterExists: boolean): ClusterSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as ClusterSecrets;
  if (clusterExists)
    throw new Error(`the database's passwords are missing: put ${file} back from the backup of the keys`);
  const secrets = newSecrets();
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part-${process.pid}`;
  writeFileSync(part, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(part, file);
  return secrets;
}

function newSecrets(): ClusterSecrets {
  const password = () => randomBytes(24).toString("base64url");
  return { superuser: password(), owner: password(), app: password(), backup: password() };
}
