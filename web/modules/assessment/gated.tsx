import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { ComponentType } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Denied } from "../../ui/States.tsx";
import { AssessmentPage } from "./AssessmentPage.tsx";
import { mayOpen, type SectionName } from "./sections.ts";
import { sectionTexts } from "./texts.ts";

/** The page for those who may use its section; others who know the address get one sentence, and ask nothing. */
export function gated(section: SectionName, Page: ComponentType): ComponentType {
  return gatedFor(section, null, Page);
}

/** The same for a page of a section that takes an action beside. */
export function gatedFor(section: SectionName, needs: Action | null, Page: ComponentType): ComponentType {
  return function Gated() {
    const t = useTexts(sectionTexts);
    const may = useMay();
    if (mayOpen(section, may) && (needs === null || may(needs))) return <Page />;
    return (
      <AssessmentPage title={t(section)}>
        <Card>
          <Denied />
        </Card>
      </AssessmentPage>
    );
  };
}
