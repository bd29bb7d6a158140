import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { useRoleName } from "../identity/role-names.ts";
import { postTexts } from "../organization/texts.ts";
import { Appoint } from "./acts/Appoint.tsx";
import { AskDay } from "./acts/AskDay.tsx";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

type Held = Person["posts"][number];

/** Posts in time with the roles that came with them; one more can be given, and one that is held can be ended. */
export function HeldPosts({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const post = useTexts(postTexts);
  const [ending, setEnding] = useState<Held | null>(null);
  const [appointing, setAppointing] = useState(false);
  const mayAppoint = person.may.manage && person.memberState === "FULL";
  const mayEnd = ({ to, organizationName }: Held) => to === null && person.may.manage && organizationName !== null;
  return (
    <Card title={t("posts")} action={mayAppoint && <Button onClick={() => setAppointing(true)}>{t("appoint")}</Button>}>
      {person.posts.length === 0 && <p className="quiet">{t("noPosts")}</p>}
      <ol>
        {person.posts.map((held) => (
          <Line
            key={held.id}
            now={held.to === null}
            when={<Span from={held.from} to={held.to} />}
            acts={
              mayEnd(held) && (
                <Button kind="text" aria-label={`${t("endPost")} ${post(held.post)}`} onClick={() => setEnding(held)}>
                  {t("endPost")}
                </Button>
              )
            }
          >
            <span>{post(held.post)}</span>
            <span className="quiet">{held.organizationName ?? t("outside")}</span>
            {held.fullTime && <Tag>{t("fullTime")}</Tag>}
            <CarriedRole held={held} />
          </Line>
        ))}
      </ol>
      {appointing && <Appoint person={person} onClose={() => setAppointing(false)} />}
      {ending && (
        <AskDay
          title={t("endPostTitle", { post: post(ending.post) })}
          confirm={t("endPost")}
          label={t("lastDay")}
          field="lastDay"
          min={ending.from}
          write={(lastDay) => call("endAppointment", { params: { appointmentId: ending.id }, body: { lastDay } })}
          onClose={() => setEnding(null)}
        />
      )}
    </Card>
  );
}

/** Which role came with a post and until when, or that it waits to be granted. */
function CarriedRole({ held: { role: carried, to } }: { held: Held }) {
  const t = useTexts(personTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  if (carried === null) return null;
  const role = roleName(carried.role);
  if (!carried.granted) return to === null ? <span className="note">{t("roleWaits", { role })}</span> : null;
  const until = carried.until;
  return (
    <span className="note">
      {until ? t("roleUntil", { role, date: wordDate(language, until) }) : t("roleOfPost", { role })}
    </span>
  );
}
