import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import pageStyles from "../../../ui/Page.module.css";
import { Shape } from "../../../ui/Shape.tsx";
import { LeftFiles } from "../files/LeftFiles.tsx";
import { idOf, isPart } from "../offline/queue.ts";
import { useQueue } from "../offline/queue-store.ts";
import { partTexts } from "../parts/texts.ts";
import styles from "../Result.module.css";
import type { Sent } from "../use-submission.ts";
import { draftTexts } from "./texts.ts";

type Props = { sent: Sent; id: string; name: string };

/** After the button was pressed: it lies with the secretary, or waits on this device until there is a line. */
export function SentCard({ sent, id, name }: Props) {
  const t = useTexts(draftTexts);
  const parts = useTexts(partTexts);
  const { account } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const submission = useQueue(account.id).find((one) => idOf(one) === id);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const state = sent === "handed_over" ? sent : (submission?.state ?? "sent");
  const [title, text] = {
    handed_over: [t("handedOver"), t("handedOverText")],
    waiting: [t("queued"), submission && isPart(submission) ? parts("queuedText") : t("queuedText")],
    sent: [t("queuedSent"), t("queuedSentText")],
    refused: [t("queuedRefused"), submission?.refusal ?? ""],
  }[state];
  const recordId = submission?.recordId;
  return (
    <div className={`${pageStyles.page} ${pageStyles.narrow}`}>
      <Card>
        <div className={styles.head} aria-live="polite">
          <span className={styles.done}>
            <Shape name={state === "sent" || state === "handed_over" ? "tick" : "square"} />
          </span>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className="quiet">{name}</p>
          <p className="note">{text}</p>
        </div>
      </Card>
      {submission && <LeftFiles submission={submission} />}
      <Link to="/" className={buttonClass("primary", true)}>
        {t("backToTodo")}
      </Link>
      {recordId ? (
        <Link to="/records/$recordId" params={{ recordId }} className={buttonClass("quiet", true)}>
          {t("seeRecord")}
        </Link>
      ) : (
        <Link to="/records/drafts" className={buttonClass("quiet", true)}>
          {t("seeDrafts")}
        </Link>
      )}
    </div>
  );
}
