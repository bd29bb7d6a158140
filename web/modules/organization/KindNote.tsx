import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { useTexts } from "../../app/language/texts.ts";
import { kindTexts } from "./texts.ts";

/** The kind beside a name that doesn't say it already: 财务部党支部 needs no 党支部 behind it. */
export function KindNote({ organization: { name, kind } }: { organization: { name: string; kind: OrganizationKind } }) {
  const words = useTexts(kindTexts)(kind);
  return name.endsWith(words) ? null : <span className="note">{words}</span>;
}
