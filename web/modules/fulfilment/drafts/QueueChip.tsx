import { Link } from "@tanstack/react-router";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { countsOf } from "../offline/queue.ts";
import { useQueue } from "../offline/queue-store.ts";
import { useSendWaiting } from "../offline/send-waiting.ts";
import styles from "./Drafts.module.css";
import { draftTexts } from "./texts.ts";

/** Sends what waits on this device, and shows in the top bar as long as something does or somebody has to look at it. */
export function QueueChip() {
  const t = useTexts(draftTexts);
  const { account } = useSession();
  useSendWaiting();
  const { waiting, refused, sent, marked, left } = countsOf(useQueue(account.id));
  if (waiting + refused + sent === 0) return null;
  return (
    <Link to="/records/drafts" className={styles.chip} aria-live="polite" data-waits="">
      {marked > 0 ? (
        <Tag tone="warn" shape="diamond">
          {t("chipMarked", { count: marked })}
        </Tag>
      ) : refused > 0 ? (
        <Tag tone="warn" shape="diamond">
          {t("chipRefused", { count: refused })}
        </Tag>
      ) : left > 0 ? (
        <Tag tone="warn" shape="diamond">
          {t("chipLeft", { count: left })}
        </Tag>
      ) : waiting > 0 ? (
        <Tag tone="brand" shape="square">
          {t("chipWaiting", { count: waiting })}
        </Tag>
      ) : (
        <Tag tone="good" shape="tick">
          {t("chipSent", { count: sent })}
        </Tag>
      )}
    </Link>
  );
}
