import fc from "fast-check";
import { expect, test } from "vitest";
import { nextChain } from "../chain.ts";
import { type AuditFields, entryMac } from "../entry.ts";
import { checkingBy, checkRows as checkPart } from "./check-rows.ts";

const key = Buffer.alloc(32, 1);
const checking = checkingBy(key, 7, [2]);
const checkRows = (text: string, by: typeof checking) => checkPart(Buffer.from(text), by);

const word = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\0", "").toWellFormed());
const entry = fc.record({
  account_id: fc.option(fc.uuid()),
  account_name: word,
  action: word,
  address: fc.option(word),
  after_digest: fc.option(word),
  before_digest: fc.option(word),
  id: fc.uuid(),
  object: word,
  outcome: fc.constantFrom("done" as const, "refused" as const),
  place: fc.option(word),
  recorded_at: fc
    .date({ min: new Date("2026-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((at) => at.toISOString()),
  request_id: word,
});
type Entry = Omit<AuditFields, "tenant_id">;

/** As PostgreSQL writes COPY text in UTC. */
function cell(value: string | null): string {
  if (value === null) return "\\N";
  const letters: Record<string, string> = {
    "\b": "b",
    "\f": "f",
    "\n": "n",
    "\r": "r",
    "\t": "t",
    "\v": "v",
    "\\": "\\",
  };
  return [...value].map((letter) => (letter in letters ? `\\${letters[letter]}` : letter)).join("");
}
function instant(at: string): string {
  const fraction = at.slice(20, 23).replace(/0+$/, "");
  return `${at.slice(0, 10)} ${at.slice(11, 19)}${fraction === "" ? "" : `.${fraction}`}+00`;
}

function copied(entries: readonly Entry[], first = 1): string {
  let chain = "";
  return entries
    .map((fields, at) => {
      const mac = entryMac(key, { ...fields, tenant_id: 7 });
      chain = nextChain(key, chain, first + at, fields.id, mac);
      const { account_id, account_name, action, address, after_digest, before_digest } = fields;
      const before = [String(first + at), fields.id, chain, mac];
      const told = [account_id, account_name, action, address, after_digest, before_digest, fields.id, fields.object];
      const rest = [fields.outcome, fields.place, instant(fields.recorded_at), fields.request_id];
      return `${[...before, ...told, ...rest].map(cell).join("\t")}\n`;
    })
    .join("");
}

test("genuine entries are found whole, whatever people typed into them", () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
      const { problems, rows, removed, last } = checkRows(copied(entries), checking);
      expect([problems, rows, removed, last.sequence]).toEqual([[], entries.length, 0, entries.length]);
    }),
  );
});

const plain: Entry = {
  account_id: null,
  account_name: "office",
  action: "records.submit",
  address: null,
  after_digest: "b",
  before_digest: "a",
  id: "00000000-0000-7000-8000-000000000001",
  object: "record 1",
  outcome: "done",
  place: "1.",
  recorded_at: "2026-03-01T01:02:03.400Z",
  request_id: "r",
};
const three = () => copied([plain, { ...plain, object: "record 2" }, { ...plain, object: "record 3" }]);
const told = (text: string) => checkRows(text, checking).problems.map(({ kind, sequence }) => `${kind} ${sequence}`);

test("a cell that was changed, and an instant by less than a millisecond, are named by their number", () => {
  expect(told(three().replace("record 2", "record 9"))).toEqual(["entry_changed 2"]);
  expect(told(three().replace("01:02:03.4+00", "01:02:03.4001+00"))).toEqual(["entry_changed 1"]);
});

test("a missing line, and an entry that is gone, break the chain where they were", () => {
  const lines = three().split(/(?<=\n)/);
  expect(told(`${lines[0]}${lines[2]}`)).toEqual(["number_missing 2", "chain_broken 3"]);
  const gone = (lines[1] ?? "").split("\t").map((text, at) => (at < 3 ? text : "\\N"));
  const text = `${lines[0]}${gone.join("\t")}\n${lines[2]}`;
  expect([told(text), checkRows(text, checking).removed]).toEqual([["entry_removed 2"], 1]);
});

test("the chain values that anchors ask for are told", () => {
  const [second] = checkRows(three(), checking).chains;
  expect(second?.[0]).toBe(2);
  expect(three()).toContain(String(second?.[1]));
});
