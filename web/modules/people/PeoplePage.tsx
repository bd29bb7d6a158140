import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { AdmitPerson } from "./acts/AdmitPerson.tsx";
import { ReceiveFromOutside } from "./acts/ReceiveFromOutside.tsx";
import { transferTexts } from "./member-texts.ts";
import styles from "./People.module.css";
import { PeopleFilters } from "./PeopleFilters.tsx";
import { PeopleList } from "./PeopleList.tsx";
import { peopleTexts } from "./texts.ts";
import { useFilters } from "./use-filters.ts";

/** People of the organisation in view and of all below it, as the address asks for them. */
export default function PeoplePage() {
  const may = useMay();
  return may("person.read") ? <People /> : <DeniedPage />;
}

function People() {
  const t = useTexts(peopleTexts);
  const may = useMay();
  const { query: viewed, isBranch } = useViewedOrganization();
  const { filters } = useFilters();
  const organization = viewed.data;
  const transfer = useTexts(transferTexts);
  const [arriving, setArriving] = useState(false);
  const acts = (
    <span className={styles.acts}>
      <Link to="/people/transfers" className={buttonClass("quiet")}>
        {t("transfers")}
      </Link>
      {may("member.read_dispositions") && (
        <Link to="/people/dispositions" className={buttonClass("quiet")}>
          {t("dispositions")}
        </Link>
      )}
      {organization && isBranch && may("person.manage", organization) && (
        <>
          <Button onClick={() => setArriving(true)}>{transfer("arrive")}</Button>
          <AdmitPerson organization={organization} />
        </>
      )}
    </span>
  );
  return (
    <Page title={t("title")} about={organization && t("about", { organization: organization.name })} action={acts}>
      {arriving && organization && <ReceiveFromOutside branch={organization} onClose={() => setArriving(false)} />}
      <PeopleFilters filters={filters} />
      <Loaded query={viewed} rows={8}>
        {({ id }) => <PeopleList organizationId={id} filters={filters} />}
      </Loaded>
    </Page>
  );
}
