import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { postTexts } from "../organization/texts.ts";
import { AskDay } from "./acts/AskDay.tsx";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

type Held = Person["posts"][number];

/** Posts in time; one that is held can be ended. */
export function HeldPosts({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const post = useTexts(postTexts);
  const [ending, setEnding] = useState<Held | null>(null);
  const mayEnd = ({ to, organizationName }: Held) => to === null && person.may.manage && organizationName !== null;
  return (
    <Card title={t("posts")}>
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
          </Line>
        ))}
      </ol>
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
