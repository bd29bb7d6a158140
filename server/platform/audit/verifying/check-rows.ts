import { chainValue } from "../chain.ts";
import { type Hmac, hmacWith } from "../hmac.ts";
import type { AuditProblem } from "../verify.ts";

/** A place in the chain, as the next one builds on it. */
export type Link = { readonly sequence: number; readonly chain: string };
/** A seal with the MAC of its entry; null where the entry is gone. */
export type SealedLine = Link & { readonly entryId: string; readonly mac: string | null };

/** What came of a stretch of the chain. Its first line isn't compared with what stands before it. */
export type CheckedPart = {
  readonly rows: number;
  readonly removed: number;
  readonly first: SealedLine;
  readonly last: Link;
  readonly problems: readonly AuditProblem[];
  /** Of the sequences that were asked for. */
  readonly chains: readonly (readonly [number, string])[];
};

/** Columns of a line of COPY text, in the order of the canonical text of an entry; the group is the reader's own. */
const columns = [
  "account_id",
  "account_name",
  "action",
  "address",
  "after_digest",
  "before_digest",
  "id",
  "object",
  "outcome",
  "place",
  "recorded_at",
  "request_id",
] as const;
const heads = columns.map((column, at) => `${at === 0 ? "{" : ","}"${column}":`);
const recordedAt = columns.indexOf("recorded_at");

/** The chain of a group with its entries, from the first seal on. */
export function chainQuery(tenantId: number): string {
  return `SELECT s.sequence, s.entry_id, s.chain, e.mac, ${columns.map((column) => `e.${column}`).join(", ")}
    FROM audit_seal s LEFT JOIN audit_entry e ON e.tenant_id = s.tenant_id AND e.id = s.entry_id
    WHERE s.tenant_id = ${tenantId} ORDER BY s.sequence`;
}

export type Checking = {
  /** Of texts whose letters stand for bytes. */
  readonly hmac: Hmac;
  readonly tenantId: number;
  /** Sequences whose chain values the anchors are compared with. */
  readonly wanted: ReadonlySet<number>;
};

export function checkingBy(key: Uint8Array, tenantId: number, wanted: readonly number[]): Checking {
  return { hmac: hmacWith(key, "latin1"), tenantId, wanted: new Set(wanted) };
}

/** Recomputes the MAC of every entry of whole lines of the query's COPY text, and the links between them. */
export function checkRows(part: Uint8Array, { hmac, tenantId, wanted }: Checking): CheckedPart {
  // Each byte stays one letter: what COPY and JSON escape is ASCII, and the MAC is over the same bytes again.
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1");
  const problems: AuditProblem[] = [];
  const chains: [number, string][] = [];
  const tail = `,"tenant_id":${tenantId}}`;
  let first: SealedLine | undefined;
  let before: Link | undefined;
  let [rows, removed] = [0, 0];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const cells = text.slice(from, end).split("\t");
    from = end + 1;
    rows += 1;
    const [sequence = "", entryId = "", chain = "", mac = ""] = cells;
    const line: SealedLine = { sequence: Number(sequence), entryId, chain, mac: mac === "\\N" ? null : textOf(mac) };
    if (line.mac === null) removed += 1;
    if (before) problems.push(...linkProblems(hmac, before, line));
    if (line.mac !== null && hmac(canonicalOf(cells, tail)) !== line.mac)
      problems.push({ sequence: line.sequence, entryId, kind: "entry_changed" });
    if (wanted.has(line.sequence)) chains.push([line.sequence, chain]);
    first ??= line;
    before = line;
  }
  if (!first || !before) throw new RangeError("A part of the chain holds at least one line");
  return { rows, removed, first, last: { sequence: before.sequence, chain: before.chain }, problems, chains };
}

/** What is wrong between a place in the chain and the line after it. */
export function linkProblems(hmac: Hmac, before: Link, { sequence, entryId, chain, mac }: SealedLine): AuditProblem[] {
  const problems: AuditProblem[] = [];
  if (sequence !== before.sequence + 1)
    problems.push({ sequence: before.sequence + 1, entryId: null, kind: "number_missing" });
  if (mac === null) problems.push({ sequence, entryId, kind: "entry_removed" });
  else if (chainValue(hmac, before.chain, sequence, entryId, mac) !== chain)
    problems.push({ sequence, entryId, kind: "chain_broken" });
  return problems;
}

/** The text that `entryMac` is made of, straight from the cells: a million entries are looked at. */
function canonicalOf(cells: readonly string[], tail: string): string {
  let canonical = "";
  for (let at = 0; at < columns.length; at += 1) {
    const cell = cells[at + 4] ?? "";
    const value = at === recordedAt ? `"${instantOf(cell)}"` : cell === "\\N" ? "null" : JSON.stringify(textOf(cell));
    canonical += `${heads[at]}${value}`;
  }
  return canonical + tail;
}

/** "2026-01-02 03:04:05.6+00" as "2026-01-02T03:04:05.600Z"; finer than a millisecond was never written. */
function instantOf(cell: string): string {
  const fraction = cell.slice(20, -3);
  return `${cell.slice(0, 10)}T${cell.slice(11, 19)}.${fraction.padEnd(3, "0")}Z`;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function textOf(cell: string): string {
  return cell.includes("\\") ? cell.replace(/\\(.)/g, (_all, letter: string) => escapes[letter] ?? letter) : cell;
}
