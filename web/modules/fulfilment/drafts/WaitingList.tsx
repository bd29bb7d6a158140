import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { wordDate, wordInstant } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import rows from "../../../ui/ActRows.module.css";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { dropPhotos } from "../offline/photo-store.ts";
import type { Submission } from "../offline/queue.ts";
import { unqueue, useQueue } from "../offline/queue-store.ts";
import styles from "./Drafts.module.css";
import { keepDraft } from "./draft-store.ts";
import { draftTexts } from "./texts.ts";

/** 待发送: what was submitted without a line, with its state; what was refused is opened again to be mended. */
export function WaitingList() {
  const t = useTexts(draftTexts);
  const { account } = useSession();
  const [dropping, setDropping] = useState<Submission | null>(null);
  const submissions = useQueue(account.id);
  if (submissions.length === 0) return null;
  const drop = ({ draft }: Submission) => {
    unqueue(account.id, draft.draftId);
    void dropPhotos(account.id, draft.draftId);
    setDropping(null);
  };
  return (
    <Card title={t("waitingTitle")} note={t("waitingNote")}>
      <ul className={styles.list}>
        {submissions.map((submission) => (
          <WaitingItem key={submission.draft.draftId} submission={submission} onDrop={() => setDropping(submission)} />
        ))}
      </ul>
      {dropping && (
        <AskSheet
          title={t("dropTitle", { title: dropping.body.title || t("untitled") })}
          confirm={t("drop")}
          cancel={t("keep")}
          act={{ mutate: () => drop(dropping), isPending: false, error: null }}
          onClose={() => setDropping(null)}
        >
          <p>{t("dropText")}</p>
        </AskSheet>
      )}
    </Card>
  );
}

function WaitingItem({ submission, onDrop }: { submission: Submission; onDrop: () => void }) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  const words = useWords();
  const navigate = useNavigate();
  const { account } = useSession();
  const { state, draft, body, organizationId, templateName, recordId, refusal } = submission;
  const reopen = () => {
    if (!keepDraft(account.id, { draft, organizationId, revision: 0, base: null })) return;
    unqueue(account.id, draft.draftId);
    void navigate({
      to: "/record/$templateCode",
      params: { templateCode: draft.templateCodes[0] ?? "" },
      search: { org: organizationId, subject: draft.subjectId, draft: draft.draftId },
    });
  };
  return (
    <li className={rows.item}>
      <span className={rows.words}>
        <b>{body.title || t("untitled")}</b>
        <span className="quiet">
          {words(templateName)} · {wordDate(language, body.occurredOn)}
        </span>
        <span className="note">
          {state === "sent"
            ? t("sentAt")
            : t("madeAt", { time: wordInstant(language, new Date(submission.madeAt).toISOString()) })}
        </span>
        {refusal && <span>{refusal}</span>}
      </span>
      <span className={rows.actions}>
        <Tag
          tone={state === "sent" ? "good" : state === "refused" ? "warn" : "brand"}
          shape={state === "sent" ? "tick" : state === "refused" ? "diamond" : "square"}
        >
          {t(state)}
        </Tag>
        {state === "sent" && recordId && (
          <Link to="/records/$recordId" params={{ recordId }} className={buttonClass("text")}>
            {t("seeRecord")}
          </Link>
        )}
        {state === "sent" ? (
          <Button kind="text" onClick={() => unqueue(account.id, draft.draftId)}>
            {t("clear")}
          </Button>
        ) : (
          <>
            {(state === "refused" || !submission.tried) && (
              <Button kind="text" onClick={reopen}>
                {t("reopen")}
              </Button>
            )}
            <Button kind="text" onClick={onDrop}>
              {t("drop")}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
