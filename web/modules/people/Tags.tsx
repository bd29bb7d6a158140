import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { AskDay } from "./acts/AskDay.tsx";
import { TagMember } from "./acts/TagMember.tsx";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { Span } from "./Span.tsx";
import { personTexts, tagTexts } from "./texts.ts";

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
          <Line
            key={tag.id}
            now={tag.to === null}
            when={<Span from={tag.from} to={tag.to} />}
            acts={manage && tag.to === null && <TagActs tag={tag} onDo={(what) => setDoing({ what, tag })} />}
          >
            <span>{word(tag.tag)}</span>
            {tag.place && <span className="quiet">{tag.place}</span>}
            {tag.lastContactOn && (
              <span className="note">{t("lastContact", { date: wordDate(language, tag.lastContactOn) })}</span>
            )}
          </Line>
        ))}
      </ol>
      {adding && <TagMember person={person} onClose={() => setAdding(false)} />}
      {doing?.what === "end" && (
        <AskDay
          title={t("endTagTitle", { tag: word(doing.tag.tag) })}
          confirm={t("endTag")}
          label={t("lastDay")}
          field="lastDay"
          min={doing.tag.from}
          write={(lastDay) => call("endTag", { params: { tagId: doing.tag.id }, body: { lastDay } })}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === "contact" && (
        <AskDay
          title={t("contactTitle", { name: person.name })}
          confirm={t("contact")}
          label={t("contactOn")}
          field="on"
          min={doing.tag.from}
          past
          write={(on) => call("noteContact", { params: { tagId: doing.tag.id }, body: { on } })}
          onClose={() => setDoing(null)}
        />
      )}
    </Card>
  );
}

function TagActs({ tag: { tag }, onDo }: { tag: Tagged; onDo: (what: Doing["what"]) => void }) {
  const t = useTexts(personTexts);
  const word = useTexts(tagTexts);
  return (
    <>
      {tag === "FLOATING" && (
        <Button kind="text" onClick={() => onDo("contact")}>
          {t("contact")}
        </Button>
      )}
      <Button kind="text" aria-label={t("endTagTitle", { tag: word(tag) })} onClick={() => onDo("end")}>
        {t("endTag")}
      </Button>
    </>
  );
}
