import { developmentStates, type ShownState } from "@dutyloop/domain/organization/member-things.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { memberStateTexts } from "../organization/texts.ts";
import { Basics } from "./Basics.tsx";
import { Employments } from "./Employments.tsx";
import { HeldPosts } from "./HeldPosts.tsx";
import { Acts, History } from "./History.tsx";
import { Letters } from "./Letters.tsx";
import styles from "./People.module.css";
import { PersonActs } from "./PersonActs.tsx";
import { PrivateFields } from "./PrivateFields.tsx";
import { Tags } from "./Tags.tsx";
import { peopleTexts, personTexts } from "./texts.ts";
import { Voting } from "./Voting.tsx";

/** One person in time: what he is and was, where, in which posts, and what may be done about him. */
export default function PersonPage() {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const may = useMay();
  const { personId = "" } = useParams({ strict: false });
  const query = useQuery(ask("getPerson", { params: { personId } }));
  const person = query.data;
  const about =
    person &&
    t("about", {
      organization: [person.organizationName, person.groupName].filter(Boolean).join(" · "),
      state: state(person.memberState),
    });
  return (
    <Page
      title={person?.name ?? p("title")}
      about={about}
      action={
        <span className={styles.acts}>
          <Link to="/people" className={buttonClass("text")}>
            {t("toList")}
          </Link>
          {person && may("development.read") && isOnTheWay(person.memberState) && (
            <Link to="/development/$personId" params={{ personId }} className={buttonClass("quiet")}>
              {t("development")}
            </Link>
          )}
          {person && <PersonActs person={person} />}
        </span>
      }
    >
      <Loaded query={query} tall rows={3}>
        {(found) => (
          <>
            <Basics person={found} />
            <div className={styles.pair}>
              <div className={styles.column}>
                <History person={found} />
                <HeldPosts person={found} />
                <Acts person={found} />
                <Letters person={found} />
              </div>
              <div className={styles.column}>
                <Employments person={found} />
                <Tags person={found} />
                {isMember(found.memberState) && <Voting person={found} />}
                {(found.may.readPrivate || found.may.manage) && <PrivateFields person={found} />}
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Applicants, activists, candidates and probationary members have steps to come. */
function isOnTheWay(state: ShownState): boolean {
  return state === "PROBATIONARY" || developmentStates.some((each) => each === state);
}

/** Who may have to be counted when a meeting votes. */
function isMember(state: ShownState): boolean {
  return state !== "LEFT" && !developmentStates.some((each) => each === state);
}
