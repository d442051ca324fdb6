import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import type { HomeSection } from "@/app/route";
import { Link } from "@/app/Link";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Deadline } from "@/ui/Instant";

const readMax = 200;

/** How many wait for the unit, call by call, and until when. */
function Section() {
  const { t } = useTranslation("endorsement");
  const waiting = useQuery(SubmissionsService.method.listSubmissions, { awaitingEndorsement: true, pageSize: readMax }).data?.submissions ?? [];
  const calls = useQuery(CallsService.method.listCalls, { pageSize: readMax }).data?.calls ?? [];
  if (waiting.length === 0) return null;
  const concerned = calls.filter(({ name }) => waiting.some(({ call }) => call === name));
  return (
    <section className="panel stack-small" aria-labelledby="home-endorse">
      <h2 id="home-endorse">{t("home.title", { count: waiting.length })}</h2>
      <ul>
        {concerned.map(({ name, title, closesAt }) => (
          <li key={name}>
            {t("home.call", { call: title, count: waiting.filter(({ call }) => call === name).length })} {t("home.until")}{" "}
            <Deadline at={closesAt} />
          </li>
        ))}
      </ul>
      <div>
        <Link to="/endorsements" className="button primary">
          {t("home.go")}
        </Link>
      </div>
    </section>
  );
}

export const section: HomeSection = { roles: ["UNIT_OFFICER"], order: 10, Section };
