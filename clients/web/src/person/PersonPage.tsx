import { useSuspenseQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import type { Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { AccountPanel } from "./AccountPanel";

function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation("person");
  const organisation = person.organisation && (
    <Link to={addressOf(person.organisation)}>
      <OrganisationName name={person.organisation} />
    </Link>
  );
  return (
    <section className="panel" aria-label={t("one.title")}>
      <Facts
        facts={[
          { label: t("field.organisation"), value: organisation },
          { label: t("field.gender"), value: person.gender && t(`gender.${person.gender}`) },
          { label: t("field.birthYear"), value: person.birthYear > 0 ? String(person.birthYear) : "" },
          { label: t("field.professionalTitle"), value: person.professionalTitle && t(`rank.${person.professionalTitle}`) },
          { label: t("field.degree"), value: person.degree },
          { label: t("field.discipline"), value: person.discipline },
          { label: t("field.orcid"), value: person.orcid },
          { label: t("field.email"), value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
          { label: t("field.phone"), value: person.phone },
          { label: t("created"), value: person.createTime && <Instant at={person.createTime} form="day" /> },
        ]}
      />
    </section>
  );
}

/** One person; for administrators, with the account and its roles. */
export default function PersonPage() {
  const { t } = useTranslation("person");
  const name = `people/${useParam("person")}`;
  const { data: person } = useSuspenseQuery(IdentityService.method.getPerson, { name });
  const administers = useHasRole("ADMINISTRATOR");
  const seesAccounts = useHasRole("ADMINISTRATOR", "AUDITOR");
  const seesPeople = useHasRole("ADMINISTRATOR", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR", "UNIT_OFFICER");
  const actions = administers && (
    <Link to={`${addressOf(name)}/edit`} className="button">
      {t("edit.title")}
    </Link>
  );
  const trail = seesPeople ? [{ text: t("list.title"), to: "/people" }] : [];
  return (
    <div className="stack measure">
      <PageHeader title={person.displayName} trail={trail} actions={actions} />
      <PersonFacts person={person} />
      {seesAccounts && <AccountPanel person={person} mayChange={administers} />}
    </div>
  );
}
