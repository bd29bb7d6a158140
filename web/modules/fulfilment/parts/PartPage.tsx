import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { LoadedPage } from "../../../ui/LoadedPage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { SentCard } from "../drafts/SentCard.tsx";
import { marksOf } from "../form/attendance-count.ts";
import { idOf, isPart } from "../offline/queue.ts";
import { useQueue } from "../offline/queue-store.ts";
import { ResultCard } from "../ResultCard.tsx";
import { nothingTyped } from "./kept-part.ts";
import { PartForm } from "./PartForm.tsx";
import { partTexts } from "./texts.ts";

type Record = Answer<"getRecord">;

/** One host's part of a joint event, entered or corrected by its own secretary. */
export default function PartPage() {
  const t = useTexts(partTexts);
  const { recordId = "", organizationId = "" } = useParams({ strict: false });
  const record = useQuery({
    ...ask("getRecord", { params: { recordId } }),
    // What it did stays on the page when the record is read again.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [result, setResult] = useState<Answer<"enterHostPart"> | null>(null);
  const [round, setRound] = useState(0);
  const waiting = useWaitingPart(recordId, organizationId);
  if (waiting) return <SentCard sent="queued" id={waiting.id} name={waiting.title} />;
  if (result && record.data) return <ResultCard result={result} recordId={recordId} name={record.data.title} />;
  const startAnew = () => setRound((now) => now + 1);
  return (
    <LoadedPage title={t("title")} narrow query={record}>
      {(data) => {
        const awaited = data.awaited.find((one) => one.organizationId === organizationId);
        if (awaited && data.acts.enter.includes(organizationId) && data.state !== "revoked")
          return (
            <PartForm
              key={round}
              record={data}
              host={awaited}
              initial={nothingTyped}
              onEntered={setResult}
              startAnew={startAnew}
            />
          );
        const entered = data.hosts.find((one) => one.organizationId === organizationId);
        if (entered && data.acts.correct.includes(organizationId) && data.state !== "revoked")
          return <Correcting key={round} record={data} host={entered} startAnew={startAnew} />;
        return (
          <Page title={t("title")} narrow>
            <Empty title={t(awaited ? "notMine" : "notAwaited")} text={t(awaited ? "notMineText" : "notAwaitedText")}>
              <Link to="/records/$recordId" params={{ recordId }} className={buttonClass("primary")}>
                {t("seeRecord")}
              </Link>
            </Empty>
          </Page>
        );
      }}
    </LoadedPage>
  );
}

/** The part of this address that waits to be sent or was refused; it stays for as long as the page is open. */
function useWaitingPart(recordId: string, organizationId: string) {
  const { account } = useSession();
  const [found, setFound] = useState<{ id: string; title: string }>();
  const waiting = useQueue(account.id)
    .filter(isPart)
    .find(({ state, typed: { of } }) => {
      return state !== "sent" && of.recordId === recordId && of.organizationId === organizationId;
    });
  if (waiting && found === undefined) setFound({ id: idOf(waiting), title: waiting.typed.of.title });
  return found;
}

type CorrectingProps = { record: Record; host: Record["hosts"][number]; startAnew: () => void };

/** The same with what was entered before. */
function Correcting({ record, host, startAnew }: CorrectingProps) {
  const t = useTexts(partTexts);
  const entry = useQuery({
    ...ask("getRecordEntry", { params: { recordId: record.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <LoadedPage title={t("title")} narrow query={entry}>
      {({ version, entry: sent }) => {
        const part = sent.hosts?.find(({ subjectId }) => subjectId === host.subjectId) ?? sent;
        const initial = {
          ...nothingTyped,
          marks: marksOf(part.attendance),
          guests: part.guests.map(({ name }) => name),
        };
        return (
          <PartForm
            record={record}
            host={host}
            initial={initial}
            correcting={{ version, entry: sent }}
            startAnew={startAnew}
          />
        );
      }}
    </LoadedPage>
  );
}
