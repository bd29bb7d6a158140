import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import type { Evidence, FactKind } from "@dutyloop/domain/assessment/things.ts";
import { add, parse, type Rational, toText, zero } from "@dutyloop/domain/kernel/rational.ts";

/** Additive facts of one organisation by what indicators may ask for. */
type Groups = Map<Signature, Sum>;
type Signature = { readonly kind: FactKind; readonly attributes: Evidence["attributes"] };
type Sum = { count: number; quantity: number; base: number; rest: { quantity: Rational; base: Rational } | null };

/**
 * The statement whose COPY text `readEvidence` understands: the facts booked in a period that count in it, without the
 * kinds of which each fact must be told from the others. Those that came after the close are read by their own index.
 */
export function evidenceQuery(
  tenantId: number,
  period: Pick<Period, "from" | "to">,
  without: readonly FactKind[],
): string {
  const left = without.length === 0 ? "" : ` AND kind <> ALL ('{${without.join(",")}}')`;
  return `SELECT organization_id, kind || ' ' || attributes, sign, quantity, base FROM fact WHERE tenant_id = ${tenantId}
    AND posted_in >= '${period.from}' AND posted_in <= '${period.to}' AND posted_in <= counts_on AND counts_on <= '${period.to}'${left}`;
}

/**
 * Adds up the facts of a COPY stream by organisation. Whole numbers are added as such, which is exact up to 2^53; any
 * other decimal as a fraction.
 */
export async function readEvidence(stream: AsyncIterable<Buffer>): Promise<ReadonlyMap<string, Evidence[]>> {
  const organizations = new Map<string, Groups>();
  const signatures = new Map<string, Signature>();
  let rest = "";
  for await (const chunk of stream) {
    // One byte a character: fields are cut out without decoding, which only a new signature needs.
    const text = rest + chunk.toString("latin1");
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      readLine(text, from, end, organizations, signatures);
      from = end + 1;
    }
    rest = text.slice(from);
  }
  return new Map(
    [...organizations].map(([id, groups]) => [id, [...groups].flatMap(([signature, sum]) => written(signature, sum))]),
  );
}

function readLine(
  text: string,
  from: number,
  end: number,
  organizations: Map<string, Groups>,
  signatures: Map<string, Signature>,
): void {
  const first = text.indexOf("\t", from);
  const second = text.indexOf("\t", first + 1);
  const third = text.indexOf("\t", second + 1);
  const fourth = text.indexOf("\t", third + 1);
  const id = text.slice(from, first);
  const groups = organizations.get(id) ?? kept(organizations, id, new Map<Signature, Sum>());
  const raw = text.slice(first + 1, second);
  const signature = signatures.get(raw) ?? kept(signatures, raw, signatureOf(raw));
  const sum = groups.get(signature) ?? kept(groups, signature, { count: 0, quantity: 0, base: 0, rest: null });
  const base = text.charCodeAt(fourth + 1) === 92 ? "0" : text.slice(fourth + 1, end);
  put(sum, text.charCodeAt(second + 1) === 45 ? -1 : 1, text.slice(third + 1, fourth), base);
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

function put(sum: Sum, sign: 1 | -1, quantity: string, base: string): void {
  sum.count += sign;
  const [q, b] = [sign * Number(quantity), sign * Number(base)];
  if (isWhole(quantity, q) && isWhole(base, b)) {
    sum.quantity += q;
    sum.base += b;
    return;
  }
  const before = sum.rest ?? { quantity: zero, base: zero };
  sum.rest = { quantity: add(before.quantity, signed(quantity, sign)), base: add(before.base, signed(base, sign)) };
}

/** Far below 2^53, so that even millions of them add up exactly. */
const largestWhole = 1e9;

function isWhole(text: string, value: number): boolean {
  return value < largestWhole && value > -largestWhole && !text.includes(".");
}

function signed(text: string, sign: 1 | -1): Rational {
  const { n, d } = parse(text);
  return { n: sign === 1 ? n : -n, d };
}

/** COPY escapes backslashes; the bytes are UTF-8. */
function signatureOf(raw: string): Signature {
  const text = Buffer.from(raw.replaceAll("\\\\", "\\"), "latin1").toString("utf8");
  const space = text.indexOf(" ");
  return { kind: text.slice(0, space) as FactKind, attributes: JSON.parse(text.slice(space + 1)) };
}

function written({ kind, attributes }: Signature, { count, quantity, base, rest }: Sum): Evidence[] {
  if (count === 0) return [];
  const exact = (whole: number, part: Rational | undefined) =>
    part === undefined ? String(whole) : (toText(add(part, parse(String(whole)))) as string);
  return [
    { kind, attributes, count, quantity: exact(quantity, rest?.quantity), base: exact(base, rest?.base), single: null },
  ];
}
