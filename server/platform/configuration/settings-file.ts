/** A line of a settings file, with where it stands. */
export interface FileEntry {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/**
 * Reads NAME=value lines; empty lines and those beginning with # are passed over. Quotes round a value are taken off.
 * @returns the entries, and the numbers of the lines that are no setting
 */
export function readSettingsFile(content: string): { entries: FileEntry[]; badLines: number[] } {
  const entries: FileEntry[] = [];
  const badLines: number[] = [];
  for (const [index, raw] of content.split(/\r?\n/).entries()) {
    const trimmed = raw.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const match = /^([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(trimmed);
    if (match?.[1]) entries.push({ name: match[1], value: unquoted(match[2] ?? ""), line: index + 1 });
    else badLines.push(index + 1);
  }
  return { entries, badLines };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
