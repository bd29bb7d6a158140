import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { marksOf } from "../form/attendance-count.ts";
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
  if (result && record.data) return <ResultCard result={result} recordId={recordId} name={record.data.title} />;
  return (
    <Loaded query={record} tall rows={4}>
      {(data) => {
        const awaited = data.awaited.find((one) => one.organizationId === organizationId);
        if (awaited && data.acts.enter.includes(organizationId) && data.state !== "revoked")
          return (
            <PartForm
              record={data}
              host={awaited}
              typed={{ key: `part.${recordId}.${organizationId}`, initial: nothingTyped }}
              onEntered={setResult}
            />
          );
        const entered = data.hosts.find((one) => one.organizationId === organizationId);
        if (entered && data.acts.correct.includes(organizationId) && data.state !== "revoked")
          return <Correcting record={data} host={entered} />;
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
    </Loaded>
  );
}

/** The same with what was entered before. */
function Correcting({ record, host }: { record: Record; host: Record["hosts"][number] }) {
  const entry = useQuery({
    ...ask("getRecordEntry", { params: { recordId: record.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Loaded query={entry} tall rows={4}>
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
            typed={{ key: `part.${record.id}.${host.organizationId}.${version}`, initial }}
            correcting={{ version, entry: sent }}
          />
        );
      }}
    </Loaded>
  );
}
