import { transfersList } from "@dutyloop/contract/lists/membership.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useChoice } from "../../app/lists/use-choice.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { Receive, Return } from "./acts/SettleTransfer.tsx";
import { type Letter, LetterStanding } from "./LetterStanding.tsx";
import { transferTexts } from "./member-texts.ts";
import styles from "./People.module.css";

type Doing = { readonly what: "receive" | "return"; readonly letter: Letter };

const viewKeys = ["direction", "which"] as const;
const directions = ["out", "in"] as const;
const filters = ["open", "warned", "settled", "all"] as const;
const cells = {
  name: (letter: Letter) => <Whose letter={letter} />,
  standing: (letter: Letter) => <Standing letter={letter} />,
};

/** Transfers of the organisation in view, for those who may see its people. */
export default function TransfersPage() {
  const may = useMay();
  return may("person.read") ? <Transfers /> : <DeniedPage />;
}

/** Letters from and to the organisation in view and all below it; the oldest has waited longest. */
function Transfers() {
  const t = useTexts(transferTexts);
  const language = useLanguage();
  const may = useMay();
  const [direction, setDirection] = useChoice("direction", directions);
  const [which, setWhich] = useChoice("which", filters);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { query: viewed, organizationId } = useViewedOrganization();
  const request = { params: { organizationId }, query: { direction, which } };
  const { query, items } = usePages("listTransfers", request, { enabled: organizationId !== "", keep: true });
  const manages = may("person.manage");
  const actOf = (letter: Letter) => <Settling letter={letter} onDo={setDoing} />;
  return (
    <Page title={t("title")} about={viewed.data && t("about", { organization: viewed.data.name })}>
      <div className={styles.choices}>
        <Choice
          label={t("direction")}
          options={directions.map((key) => ({ key, label: t(key) }))}
          value={direction}
          onChange={setDirection}
        />
        <Choice
          label={t("which")}
          options={filters.map((key) => ({ key, label: t(key) }))}
          value={which}
          onChange={setWhich}
        />
      </div>
      <ListFrame
        name="listTransfers"
        list={transfersList}
        asked={request}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ id, direction: way }) => `${id} ${way}`}
        cells={cells}
        doing={manages ? { title: t("act"), cell: actOf } : undefined}
        empty={<Empty title={t("nothing")} text={t("nothingText")} />}
        card={(letter) => (
          <>
            <span className={styles.what}>
              <b>
                <Whose letter={letter} />
              </b>
              <Standing letter={letter} />
            </span>
            <span>
              {letter.from} → {letter.to}
            </span>
            <span className="note">
              {t("issuedUntil", {
                from: wordDate(language, letter.issuedOn),
                until: wordDate(language, letter.validUntil),
              })}
            </span>
            {manages && actOf(letter)}
          </>
        )}
      />
      {doing?.what === "receive" && <Receive letter={doing.letter} onClose={() => setDoing(null)} />}
      {doing?.what === "return" && <Return letter={doing.letter} onClose={() => setDoing(null)} />}
    </Page>
  );
}

/** Who is still in the branch that issued the letter is read by that branch alone. */
function Whose({ letter: { personId, personName, direction, state } }: { letter: Letter }) {
  if (direction === "in" && state !== "acknowledged") return personName;
  return (
    <Link to="/people/$personId" params={{ personId }} className="link">
      {personName}
    </Link>
  );
}

function Standing({ letter }: { letter: Letter }) {
  const t = useTexts(transferTexts);
  return (
    <>
      <LetterStanding letter={letter} />
      {letter.reason && <span className="note"> {t("returned", { reason: letter.reason })}</span>}
    </>
  );
}

/** The receiving branch acknowledges; a letter to outside the group is acknowledged where it was issued. */
function Settling({ letter, onDo }: { letter: Letter; onDo: (doing: Doing) => void }) {
  const t = useTexts(transferTexts);
  const { state, direction, toOrganizationId, personName: name } = letter;
  if (state !== "open" && state !== "expired") return null;
  const receives = state === "open" && (direction === "in" || toOrganizationId === null);
  return (
    <span className={styles.inRow}>
      {receives && (
        <Button kind="text" aria-label={`${t("receive")} ${name}`} onClick={() => onDo({ what: "receive", letter })}>
          {t("receive")}
        </Button>
      )}
      <Button kind="text" aria-label={`${t("back")} ${name}`} onClick={() => onDo({ what: "return", letter })}>
        {t("back")}
      </Button>
    </span>
  );
}
