import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { ChangeState } from "./acts/ChangeState.tsx";
import { Dispose } from "./acts/Dispose.tsx";
import { IssueTransfer } from "./acts/IssueTransfer.tsx";
import { statesToDispose, statesToEnter } from "./acts/needed-evidence.ts";
import { ReceiveFromOutside } from "./acts/ReceiveFromOutside.tsx";
import type { Person } from "./Basics.tsx";
import { transferTexts } from "./member-texts.ts";
import { personTexts } from "./texts.ts";

/** What may be done about somebody who is still here, or was transferred out and comes back. */
export function PersonActs({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const transfer = useTexts(transferTexts);
  const [doing, setDoing] = useState<"state" | "dispose" | "transfer" | "return" | null>(null);
  const close = () => setDoing(null);
  const { manage, dispose } = person.may;
  const onItsWay = person.transfers.some(({ state }) => state === "open" || state === "expired");
  const sentOut = person.transfers.find(({ state }) => state === "acknowledged")?.toOrganizationId === null;
  const gone = person.memberState === "LEFT" || person.states[0]?.state === "LEFT";
  return (
    <>
      {manage && !gone && (
        <>
          {statesToEnter(person.memberState).length > 0 && (
            <Button onClick={() => setDoing("state")}>{t("memberAct")}</Button>
          )}
          {!onItsWay && <Button onClick={() => setDoing("transfer")}>{transfer("issue")}</Button>}
        </>
      )}
      {manage && gone && sentOut && <Button onClick={() => setDoing("return")}>{transfer("comeBack")}</Button>}
      {dispose && statesToDispose(person.memberState).length > 0 && (
        <Button onClick={() => setDoing("dispose")}>{t("dispose")}</Button>
      )}
      {doing === "state" && <ChangeState person={person} onClose={close} />}
      {doing === "dispose" && <Dispose person={person} onClose={close} />}
      {doing === "return" && (
        <ReceiveFromOutside
          branch={{ id: person.organizationId, name: person.organizationName }}
          former={person}
          onClose={close}
        />
      )}
      {doing === "transfer" && <IssueTransfer person={person} onClose={close} />}
    </>
  );
}
