import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import type { LeftFile, Submission } from "../offline/queue.ts";
import { queue } from "../offline/queue-store.ts";
import { QuarantineNotice } from "./QuarantineNotice.tsx";
import { fileTexts } from "./texts.ts";

/** Files that the server didn't take when a submission went out later, until somebody has been told: why, and what to do. */
export function LeftFiles({ submission }: { submission: Submission }) {
  const t = useTexts(fileTexts);
  const { account } = useSession();
  const { left = [] } = submission;
  const known = ({ key }: LeftFile) =>
    void queue(account.id, { ...submission, left: left.filter((file) => file.key !== key) });
  return left.map((file) =>
    file.marking === null ? (
      <Notice
        key={file.key}
        action={
          <Button kind="text" onClick={() => known(file)}>
            {t("known")}
          </Button>
        }
      >
        {t("left", { name: file.name })} {file.message}
      </Notice>
    ) : (
      <QuarantineNotice key={file.key} name={file.name} marking={file.marking} onKnown={() => known(file)} />
    ),
  );
}
