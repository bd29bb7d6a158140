import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { ask } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { AskDay } from "./acts/AskDay.tsx";
import { ExcludeVoter } from "./acts/ExcludeVoter.tsx";
import { SuspendVote } from "./acts/SuspendVote.tsx";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { Span } from "./Span.tsx";
import { groundTexts, impedimentTexts, voterTexts } from "./voter-texts.ts";

type Exclusion = Answer<"listVoterExclusions">["items"][number];
type Impediment = Answer<"listVotingImpediments">["items"][number];
type Doing =
  | { readonly what: "exclude" | "suspend" }
  | { readonly what: "count"; readonly exclusion: Exclusion }
  | { readonly what: "restore"; readonly impediment: Impediment };

/** Whether a member counts among those expected to vote (VOTE-08), and has a vote (VOTE-09), with what changes it. */
export function Voting({ person }: { person: Person }) {
  const t = useTexts(voterTexts);
  const ground = useTexts(groundTexts);
  const kind = useTexts(impedimentTexts);
  const language = useLanguage();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const reads = may("member.read_dispositions");
  const excluded = useQuery(ask("listVoterExclusions", { params: { organizationId: person.organizationId } }));
  const impeded = useQuery({
    ...ask("listVotingImpediments", { params: { personId: person.id } }),
    enabled: reads,
  });
  const exclusions = (excluded.data?.items ?? []).filter(({ personId }) => personId === person.id);
  const impediments = impeded.data?.items ?? [];
  const failed = excluded.error ?? impeded.error;
  const { manage, dispose } = person.may;
  const date = (day: string) => wordDate(language, day);
  return (
    <Card
      title={t("title")}
      action={
        <>
          {manage && !exclusions.some(stands) && (
            <Button onClick={() => setDoing({ what: "exclude" })}>{t("exclude")}</Button>
          )}
          {dispose && reads && !impediments.some(stands) && (
            <Button onClick={() => setDoing({ what: "suspend" })}>{t("suspend")}</Button>
          )}
        </>
      }
    >
      {failed && <RefusalNotice error={failed} />}
      {excluded.isSuccess && (impeded.isSuccess || !reads) && exclusions.length + impediments.length === 0 && (
        <p className="quiet">{t("counted")}</p>
      )}
      <ol>
        {exclusions.map((exclusion) => (
          <Line
            key={exclusion.id}
            now={stands(exclusion)}
            when={<Span from={exclusion.validFrom} to={exclusion.validTo} />}
            acts={
              manage &&
              stands(exclusion) && (
                <Button kind="text" onClick={() => setDoing({ what: "count", exclusion })}>
                  {t("countAgain")}
                </Button>
              )
            }
          >
            <span>{t("excluded")}</span>
            <span className="quiet">{exclusion.ground === null ? t("withheld") : ground(exclusion.ground)}</span>
            <span className="note">
              {t("decided", {
                organization: exclusion.approvedBy,
                approvedOn: date(exclusion.approvedOn),
                resolvedOn: date(exclusion.resolvedOn),
              })}
            </span>
          </Line>
        ))}
        {impediments.map((impediment) => (
          <Line
            key={impediment.id}
            now={stands(impediment)}
            when={<Span from={impediment.validFrom} to={impediment.validTo} />}
            acts={
              dispose &&
              stands(impediment) && (
                <Button kind="text" onClick={() => setDoing({ what: "restore", impediment })}>
                  {t("restore")}
                </Button>
              )
            }
          >
            <span>{kind(impediment.kind)}</span>
          </Line>
        ))}
      </ol>
      {doing?.what === "exclude" && <ExcludeVoter person={person} onClose={close} />}
      {doing?.what === "suspend" && <SuspendVote person={person} onClose={close} />}
      {doing?.what === "count" && (
        <AskDay
          title={t("countAgainTitle", { name: person.name })}
          confirm={t("countAgain")}
          label={t("lastDay")}
          field="lastDay"
          min={doing.exclusion.validFrom}
          write={(lastDay) =>
            call("endVoterExclusion", { params: { exclusionId: doing.exclusion.id }, body: { lastDay } })
          }
          onClose={close}
        />
      )}
      {doing?.what === "restore" && (
        <AskDay
          title={t("restoreTitle", { name: person.name })}
          confirm={t("restore")}
          label={t("lastDayWithout")}
          field="lastDay"
          min={doing.impediment.validFrom}
          write={(lastDay) =>
            call("endVotingImpediment", { params: { impedimentId: doing.impediment.id }, body: { lastDay } })
          }
          onClose={close}
        />
      )}
    </Card>
  );
}

function stands({ validTo }: Pick<Exclusion, "validTo">): boolean {
  return validTo === null;
}
