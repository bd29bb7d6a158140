import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import { useTexts } from "../../language/texts.ts";
import { useSession } from "../../session/session.ts";
import { helpTexts } from "../texts.ts";
import styles from "./Tour.module.css";
import { isFirstTime, rememberOffer } from "./tour-seen.ts";
import { audienceOf, tourSteps } from "./tour-steps.ts";

const RoleTour = lazy(() => import("./RoleTour.tsx"));
const TourContext = createContext({ offered: false, start: () => {}, dismiss: () => {} });

/** Holds whether the tour is offered or under way; the frame stands within. */
export function TourGuide({ children }: { children: ReactNode }) {
  const { account, grants } = useSession();
  const [offered, setOffered] = useState(() => isFirstTime(account.id, localStorage));
  const [running, setRunning] = useState(false);
  useEffect(() => rememberOffer(account.id, localStorage), [account.id]);
  const steps = tourSteps[audienceOf(grants.map(({ role }) => role))];
  const start = () => {
    setOffered(false);
    setRunning(true);
  };
  return (
    <TourContext value={{ offered, start, dismiss: () => setOffered(false) }}>
      {children}
      {running && (
        <Suspense fallback={null}>
          <RoleTour steps={steps} onClose={() => setRunning(false)} />
        </Suspense>
      )}
    </TourContext>
  );
}

/** Begins the tour, as often as somebody likes. */
export function useTour(): { start: () => void } {
  return use(TourContext);
}

/** Above the page at the first sign-in: a question that can be left alone. */
export function TourOffer() {
  const t = useTexts(helpTexts);
  const { offered, start, dismiss } = use(TourContext);
  if (!offered) return null;
  return (
    <div className={styles.offer}>
      <Notice
        tone="calm"
        action={
          <>
            <Button onClick={start}>{t("offerYes")}</Button>
            <Button kind="text" onClick={dismiss}>
              {t("offerNo")}
            </Button>
          </>
        }
      >
        {t("offer")}
      </Notice>
    </div>
  );
}
