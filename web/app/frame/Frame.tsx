import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useSyncExternalStore } from "react";
import { QueueChip } from "../../modules/fulfilment/drafts/QueueChip.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { PageHeadContext } from "../../ui/Page.tsx";
import { Notice } from "../../ui/States.tsx";
import { pageHead } from "../help/page-head.tsx";
import { TourGuide, TourOffer } from "../help/tour/tour.tsx";
import { useTexts } from "../language/texts.ts";
import { LiveDot } from "../live/LiveDot.tsx";
import { PaletteButton } from "../palette/PaletteButton.tsx";
import { useMay } from "../session/session.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { entriesFor } from "./entries.ts";
import styles from "./Frame.module.css";
import { OrganizationPicker } from "./OrganizationPicker.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { PrintFoot } from "./PrintFoot.tsx";
import { frameTexts } from "./texts.ts";

function watchNetwork(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

/** Top bar, navigation and the page between them. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTexts(frameTexts);
  const may = useMay();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const business = may("obligation.read") || may("measure.import");
  const admin = entriesFor(may, "admin");
  return (
    <TourGuide>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.logo} aria-label={t("product")}>
          <Logo />
          <span className={styles.name}>{t("product")}</span>
        </Link>
        {business && <OrganizationPicker />}
        {business && <PeriodPicker />}
        <span className={styles.push} />
        <PaletteButton />
        {business && <LiveDot />}
        {may("record.draft") && <QueueChip />}
        <AccountMenu />
      </header>
      <div className={styles.body}>
        <nav className={styles.nav} aria-label={t("stages")}>
          <Entries part="stages" />
          <Entries part="ground" />
          {admin.length > 0 && <div className={styles.group}>{t("admin")}</div>}
          <Entries part="admin" />
        </nav>
        <main id="content" tabIndex={-1}>
          {!online && (
            <div className={styles.offline}>
              <Notice>{t("offline")}</Notice>
            </div>
          )}
          <TourOffer />
          <PageHeadContext value={pageHead}>{children}</PageHeadContext>
        </main>
      </div>
      <nav className={styles.phone} aria-label={t("stages")}>
        <PhoneBar />
      </nav>
      <PrintFoot />
    </TourGuide>
  );
}

function Entries({ part }: { part: "stages" | "ground" | "admin" }) {
  const t = useTexts(frameTexts);
  const shown = entriesFor(useMay(), part);
  const { pathname } = useLocation();
  if (shown.length === 0) return null;
  // Only the entry that is nearest to the page is marked: 应建必建 lies below 组织, which has pages of its own below.
  const nearer = (to: string) => shown.some((one) => one.to.startsWith(`${to}/`) && pathname.startsWith(one.to));
  return (
    <ul>
      {shown.map(({ name, to }) => (
        <li key={name}>
          <Link to={to} activeOptions={{ exact: to === "/" || nearer(to), includeSearch: false }}>
            {t(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
