import { type ReactNode, useState } from "react";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/States.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useTexts } from "../language/texts.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { DraftContext } from "./DraftContext.ts";
import { type DraftBody, readDraft } from "./draft-text.ts";
import { TextTab } from "./TextTab.tsx";
import { draftTexts } from "./texts.ts";
import type { TextDraft } from "./use-text-draft.ts";

const ways = ["form", "text"] as const;
type Way = (typeof ways)[number];
/** Which of the two is shown. */
export const useWay = () => useState<Way>("form");

type Props = {
  draft: TextDraft;
  sentences: ReadonlyMap<string, string>;
  way: ReturnType<typeof useWay>;
  form: ReactNode;
  /** What stands below and reads the draft too. */
  children: ReactNode;
};

/** A draft as a form and as its text: one and the same, whichever is changed. */
export function DraftPanel({ draft, sentences, way: [way, setWay], form, children }: Props) {
  const t = useTexts(draftTexts);
  const read = readDraft(draft.text);
  return (
    <DraftContext value={{ text: draft.text, body: bodyOf(draft), change: draft.change, sentences }}>
      <ConflictNotice draft={draft} />
      <Card>
        <Tabs
          label={t("ways")}
          panelId="draft"
          options={ways.map((key) => ({ key, label: t(key) }))}
          value={way}
          onChange={setWay}
        />
        <div id="draft" role="tabpanel" aria-labelledby={`draft-${way}`}>
          {way === "text" && <TextTab text={draft.text} change={draft.change} />}
          {way === "form" && "line" in read && <Notice>{t("unreadable", { line: read.line })}</Notice>}
          {way === "form" && "body" in read && form}
        </div>
      </Card>
      {children}
    </DraftContext>
  );
}

/** What a draft says now; nothing while its text can't be read. */
export function bodyOf({ text }: Pick<TextDraft, "text">): DraftBody {
  const read = readDraft(text);
  return "body" in read ? read.body : {};
}

/** What a draft is called, as far as it says so in the reader's language. */
export function nameIn(body: DraftBody, words: (name: { zh: string; en: string }) => string): string | null {
  const name = body.name as { zh?: unknown; en?: unknown } | null | undefined;
  return typeof name?.zh === "string" && typeof name.en === "string"
    ? words({ zh: name.zh, en: name.en }) || null
    : null;
}
