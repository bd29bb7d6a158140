import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import { standardsTexts } from "./texts.ts";

type Strength = Answer<"getTemplate">["body"]["strength"];

const tones: Record<Strength, Tone> = { must: "brand", general: "neutral", practice: "neutral" };

/** 法定, 一般 or 本单位: what is custom is never called statutory. */
export function StrengthTag({ strength }: { strength: Strength }) {
  const t = useTexts(standardsTexts);
  return (
    <span title={t(`${strength}About`)}>
      <Tag tone={tones[strength]}>{t(strength)}</Tag>
    </span>
  );
}
