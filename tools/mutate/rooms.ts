const scope = "domain/assessment/";
/** The files that lie in no room: what things are called and which states they have. */
const noRoom = "things";

/** The rules that are mutated: neither tests nor the builders that only tests use. */
export function mutatedFiles(paths: readonly string[]): string[] {
  return paths.filter((path) => path.startsWith(scope) && !/(?:\.test|\btesting)\.ts$/.test(path));
}

/** `domain/assessment/boards/rank-rules.ts` lies in `boards`. */
export function roomOf(path: string): string {
  const [room = "", file] = path.slice(scope.length).split("/");
  return file === undefined ? noRoom : room;
}

/** The files by their rooms, in the order of the rooms' names. */
export function byRoom(files: readonly string[]): [room: string, files: string[]][] {
  return [...Map.groupBy(files, roomOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The files of these rooms, or of these names with or without `.ts`; a name that fits nothing is handed back. */
export function chosenFiles(
  files: readonly string[],
  names: readonly string[],
): { files: string[]; unknown: string[] } {
  const fits = (path: string, name: string) =>
    roomOf(path) === name || path === name || path.replace(/\.ts$/, "").endsWith(`/${name.replace(/\.ts$/, "")}`);
  return {
    files: files.filter((path) => names.length === 0 || names.some((name) => fits(path, name))),
    unknown: names.filter((name) => !files.some((path) => fits(path, name))),
  };
}
