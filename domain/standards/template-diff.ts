import { type CanonicalValue, canonicalJson } from "../kernel/canonical-json.ts";
import { type TemplatePart, templateLists, templateValues } from "./template-policy.ts";
import type { BilingualText, TemplateBody } from "./things.ts";

/** One difference between two versions of a template. `code` and `name` are of the thing, null where the part is one value. */
export type TemplateChange = {
  readonly part: TemplatePart;
  readonly change: "added" | "removed" | "changed";
  readonly code: string | null;
  readonly name: BilingualText | null;
};

/** What differs from `a` to `b`: the single values first, then each list in the order of `a` with what is new at its end. */
export function diffTemplates(a: TemplateBody, b: TemplateBody): TemplateChange[] {
  return [
    ...templateValues
      .filter((part) => !same(a[part], b[part]))
      .map((part) => ({ part, change: "changed" as const, code: null, name: null })),
    ...templateLists.flatMap((part) => differences(part, a[part], b[part])),
  ];
}

type Thing = { readonly code: string; readonly name?: BilingualText; readonly title?: BilingualText };

function differences(part: TemplatePart, a: readonly Thing[], b: readonly Thing[]): TemplateChange[] {
  const before = new Map(a.map((thing) => [thing.code, thing]));
  const after = new Map(b.map((thing) => [thing.code, thing]));
  const say = (thing: Thing, change: TemplateChange["change"]): TemplateChange => ({
    part,
    change,
    code: thing.code,
    name: thing.name ?? thing.title ?? null,
  });
  return [
    ...a.flatMap((thing) => {
      const now = after.get(thing.code);
      if (now === undefined) return [say(thing, "removed")];
      return same(thing, now) ? [] : [say(now, "changed")];
    }),
    ...b.filter(({ code }) => !before.has(code)).map((thing) => say(thing, "added")),
    ...(isMoved(a, b) ? [{ part, change: "changed" as const, code: null, name: null }] : []),
  ];
}

/** True where what both have stands in another order: steps are taken one after the other. */
function isMoved(a: readonly Thing[], b: readonly Thing[]): boolean {
  const shared = (from: readonly Thing[], to: readonly Thing[]) =>
    from.map(({ code }) => code).filter((code) => to.some((thing) => thing.code === code));
  return shared(a, b).join() !== shared(b, a).join();
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson((a ?? null) as CanonicalValue) === canonicalJson((b ?? null) as CanonicalValue);
}
