import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { rolesOf, useMe } from "@/api/me";
import { addressOf } from "@/api/resource";
import type { HomeSection } from "@/app/route";
import { Link } from "@/app/Link";
import { Money } from "@/ui/Money";
import { allProposals } from "./queries";
import { stageOf } from "./stage";

/** Lists that wait for the approver's signature, or for the officer's notice. */
function Section() {
  const { t } = useTranslation("proposal");
  const own = rolesOf(useMe());
  const { data = [] } = useQuery(allProposals);
  const waiting = data
    .flatMap(({ call, proposals }) => proposals.map((proposal) => ({ call, proposal, stage: stageOf(proposal) })))
    .filter(({ stage }) => (stage === "toSign" && own.has("APPROVER")) || (stage === "toPublish" && own.has("PROGRAMME_OFFICER")) || (stage === "onNotice" && own.has("APPROVER")));
  if (waiting.length === 0) return null;
  return (
    <section className="panel stack-small" aria-labelledby="home-proposals">
      <h2 id="home-proposals">{t("list.title")}</h2>
      <ul className="stack-small">
        {waiting.map(({ call, proposal, stage }) => (
          <li key={proposal.name}>
            <Link to={addressOf(proposal.name)}>{call.title}</Link>
            <span className="quiet">
              {" "}
              · {t(`stage.${stage}`)} · {t("limit.count", { count: proposal.proposedCount })} · <Money fen={proposal.proposedFen} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const section: HomeSection = { roles: ["APPROVER", "PROGRAMME_OFFICER"], order: 25, Section };
