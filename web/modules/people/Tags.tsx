import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { TextField } from "../../ui/Field.tsx";
import { TagMember } from "./acts/TagMember.tsx";
import type { Person } from "./Basics.tsx";
import styles from "./People.module.css";
import { Span } from "./Span.tsx";
import { peopleTexts, personTexts, tagTexts } from "./texts.ts";
import { useAct } from "./use-act.ts";

type Tagged = Person["tags"][number];
type Doing = { readonly what: "end" | "contact"; readonly tag: Tagged };

/** What is noted about a member beside the state: floating, retired, old … (MEM-09, MEM-10). */
export function Tags({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const word = useTexts(tagTexts);
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { manage } = person.may;
  return (
    <Card title={t("tags")} action={manage && <Button onClick={() => setAdding(true)}>{t("addTag")}</Button>}>
      {person.tags.length === 0 && <p className="quiet">{t("noTags")}</p>}
      <ol>
        {person.tags.map((tag) => (
          <li key={tag.id} className={classes(styles.line, tag.to === null && styles.now)}>
            <span className={styles.what}>
              <span>{word(tag.tag)}</span>
              {tag.place && <span className="quiet">{tag.place}</span>}
              {tag.lastContactOn && (
                <span className="note">{t("lastContact", { date: wordDate(language, tag.lastContactOn) })}</span>
              )}
              {manage && tag.to === null && (
                <span className={classes(styles.end, styles.acts)}>
                  {tag.tag === "FLOATING" && (
                    <Button onClick={() => setDoing({ what: "contact", tag })}>{t("contact")}</Button>
                  )}
                  <Button
                    aria-label={t("endTagTitle", { tag: word(tag.tag) })}
                    onClick={() => setDoing({ what: "end", tag })}
                  >
                    {t("endTag")}
                  </Button>
                </span>
              )}
            </span>
            <Span from={tag.from} to={tag.to} />
          </li>
        ))}
      </ol>
      {adding && <TagMember person={person} onClose={() => setAdding(false)} />}
      {doing?.what === "end" && <EndTag tag={doing.tag} onClose={() => setDoing(null)} />}
      {doing?.what === "contact" && <NoteContact name={person.name} tag={doing.tag} onClose={() => setDoing(null)} />}
    </Card>
  );
}

function EndTag({ tag, onClose }: { tag: Tagged; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const word = useTexts(tagTexts);
  const { today } = useSession();
  const [lastDay, setLastDay] = useState(today);
  const act = useAct(() => call("endTag", { params: { tagId: tag.id }, body: { lastDay } }), onClose);
  return (
    <AskSheet
      title={t("endTagTitle", { tag: word(tag.tag) })}
      confirm={t("endTag")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <TextField
        label={t("lastDay")}
        type="date"
        required
        min={tag.from}
        value={lastDay}
        error={problemsByField(act.error).lastDay}
        onChange={(event) => setLastDay(event.target.value)}
      />
    </AskSheet>
  );
}

function NoteContact({ name, tag, onClose }: { name: string; tag: Tagged; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const { today } = useSession();
  const [on, setOn] = useState(today);
  const act = useAct(() => call("noteContact", { params: { tagId: tag.id }, body: { on } }), onClose);
  return (
    <AskSheet
      title={t("contactTitle", { name })}
      confirm={t("contact")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <TextField
        label={t("contactOn")}
        type="date"
        required
        min={tag.from}
        max={today}
        value={on}
        error={problemsByField(act.error).on}
        onChange={(event) => setOn(event.target.value)}
      />
    </AskSheet>
  );
}
