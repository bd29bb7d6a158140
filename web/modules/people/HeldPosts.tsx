import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { TextField } from "../../ui/Field.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { postTexts } from "../organization/texts.ts";
import type { Person } from "./Basics.tsx";
import styles from "./People.module.css";
import { Span } from "./Span.tsx";
import { peopleTexts, personTexts } from "./texts.ts";
import { useAct } from "./use-act.ts";

type Held = Person["posts"][number];

/** Posts in time; one that is held can be ended. */
export function HeldPosts({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const post = useTexts(postTexts);
  const [ending, setEnding] = useState<Held | null>(null);
  return (
    <Card title={t("posts")}>
      {person.posts.length === 0 && <p className="quiet">{t("noPosts")}</p>}
      <ol>
        {person.posts.map((held) => (
          <li key={held.id} className={classes(styles.line, held.to === null && styles.now)}>
            <span className={styles.what}>
              <span>{post(held.post)}</span>
              <span className="quiet">{held.organizationName ?? t("outside")}</span>
              {held.fullTime && <Tag>{t("fullTime")}</Tag>}
              {held.to === null && person.may.manage && held.organizationName !== null && (
                <span className={styles.end}>
                  <Button aria-label={t("endPostTitle", { post: post(held.post) })} onClick={() => setEnding(held)}>
                    {t("endPost")}
                  </Button>
                </span>
              )}
            </span>
            <Span from={held.from} to={held.to} />
          </li>
        ))}
      </ol>
      {ending && <EndPost held={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function EndPost({ held, onClose }: { held: Held; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const post = useTexts(postTexts);
  const { today } = useSession();
  const [lastDay, setLastDay] = useState(today);
  const params = { appointmentId: held.id };
  const act = useAct(() => call("endAppointment", { params, body: { lastDay } }), onClose);
  return (
    <AskSheet
      title={t("endPostTitle", { post: post(held.post) })}
      confirm={t("endPost")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <TextField
        label={t("lastDay")}
        type="date"
        required
        min={held.from}
        value={lastDay}
        error={problemsByField(act.error).lastDay}
        onChange={(event) => setLastDay(event.target.value)}
      />
    </AskSheet>
  );
}
