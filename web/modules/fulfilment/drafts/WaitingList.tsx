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
import { LeftFiles } from "../files/LeftFiles.tsx";
import { dropPhotos } from "../offline/photo-store.ts";
import { dayOf, idOf, isPart, type Submission, titleOf } from "../offline/queue.ts";
import { unqueue, useQueue } from "../offline/queue-store.ts";
import { keepPart } from "../parts/kept-part.ts";
import { partTexts } from "../parts/texts.ts";
import styles from "./Drafts.module.css";
import { keepDraft } from "./draft-store.ts";
import { draftTexts } from "./texts.ts";

/** 待发送: what was submitted without a line, with its state; what was refused is opened again to be mended. */
export function WaitingList() {
  const t = useTexts(draftTexts);
  const parts = useTexts(partTexts);
  const { account } = useSession();
  const [dropping, setDropping] = useState<Submission | null>(null);
  const submissions = useQueue(account.id);
  if (submissions.length === 0) return null;
  const drop = (submission: Submission) => {
    unqueue(account.id, idOf(submission));
    void dropPhotos(account.id, idOf(submission));
    setDropping(null);
  };
  return (
    <Card title={t("waitingTitle")} note={t("waitingNote")}>
      <ul className={styles.list}>
        {submissions.map((submission) => (
          <WaitingItem key={idOf(submission)} submission={submission} onDrop={() => setDropping(submission)} />
        ))}
      </ul>
      {dropping && (
        <AskSheet
          title={t("dropTitle", { title: titleOf(dropping) || t("untitled") })}
          confirm={t("drop")}
          cancel={t("keep")}
          act={{ mutate: () => drop(dropping), isPending: false, error: null }}
          onClose={() => setDropping(null)}
        >
          <p>{isPart(dropping) ? parts("dropText") : t("dropText")}</p>
        </AskSheet>
      )}
    </Card>
  );
}

function WaitingItem({ submission, onDrop }: { submission: Submission; onDrop: () => void }) {
  const t = useTexts(draftTexts);
  const parts = useTexts(partTexts);
  const language = useLanguage();
  const words = useWords();
  const navigate = useNavigate();
  const { account } = useSession();
  const { state, recordId, refusal } = submission;
  const reopen = () => {
    if (isPart(submission)) {
      const { typed } = submission;
      const { recordId, organizationId } = typed.of;
      if (!keepPart(account.id, typed)) return;
      unqueue(account.id, idOf(submission));
      void navigate({
        to: "/records/$recordId/parts/$organizationId",
        params: { recordId, organizationId },
        search: { org: organizationId },
      });
    } else {
      const { draft, organizationId } = submission;
      if (!keepDraft(account.id, { draft, organizationId, revision: 0, base: null })) return;
      unqueue(account.id, draft.draftId);
      void navigate({
        to: "/record/$templateCode",
        params: { templateCode: draft.templateCodes[0] ?? "" },
        search: { org: organizationId, subject: draft.subjectId, draft: draft.draftId },
      });
    }
  };
  const about = isPart(submission)
    ? [parts(submission.sends.act === "enter" ? "title" : "correctTitle"), submission.typed.of.subjectName]
    : [words(submission.templateName)];
  return (
    <li className={rows.item}>
      <span className={rows.words}>
        <b>{titleOf(submission) || t("untitled")}</b>
        <span className="quiet">{[...about, wordDate(language, dayOf(submission))].join(" · ")}</span>
        <span className="note">
          {state === "sent"
            ? isPart(submission)
              ? parts("sentAt")
              : t("sentAt")
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
          !submission.left?.length && (
            <Button kind="text" onClick={() => unqueue(account.id, idOf(submission))}>
              {t("clear")}
            </Button>
          )
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
      {submission.left?.length ? (
        <div className={styles.told}>
          <LeftFiles submission={submission} />
        </div>
      ) : null}
    </li>
  );
}
