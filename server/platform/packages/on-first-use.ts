import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * A package that is loaded when it is first asked for, at once and for good. For large ones that a server at rest has no use
 * for: whatever is imported is read at every start and kept.
 * @param name of the package
 */
export function onFirstUse<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= load(name) as Package;
    return loaded;
  };
}
