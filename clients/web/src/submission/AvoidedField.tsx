import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { avoidedMax, idOfField } from "./complete";
import { ConflictNote, Frame } from "./Frame";
import { PeopleFound } from "./PeopleFound";
import styles from "./submission.module.css";
import type { Draft } from "./useDraft";

/** The names of people, by people/{person}. */
export function useNames(names: string[]): Record<string, string> {
  const { data } = useQuery(IdentityService.method.lookUpNames, { names: names.toSorted() }, { enabled: names.length > 0 });
  return data?.displayNames ?? {};
}

/** Experts whom the applicant asks not to have; why is not asked. */
export function AvoidedField({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt, conflicts, settle } = draft;
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const names = { ...useNames(fields.avoidedExperts), ...chosen };
  const put = (avoidedExperts: string[]) => set({ avoidedExperts });
  return (
    <section className="stack-small" aria-labelledby="avoided-title">
      <h3 id="avoided-title">
        {t("avoided")}
        <span className={styles.optional}>{t("optional")}</span>
      </h3>
      <p className="quiet">{t("avoidedHint", { max: avoidedMax })}</p>
      <ConflictNote of="avoidedExperts" label={t("avoided")} conflicts={conflicts} settle={settle} />
      <ul className={styles.files}>
        {fields.avoidedExperts.map((person) => (
          <li key={person} className={styles.file}>
            <span>{names[person] ?? "…"}</span>
            <button
              type="button"
              className="button compact"
              aria-label={t("removeMember", { name: names[person] ?? "" })}
              onClick={() => put(fields.avoidedExperts.filter((one) => one !== person))}
            >
              {t("remove")}
            </button>
          </li>
        ))}
      </ul>
      {fields.avoidedExperts.length < avoidedMax && (
        <>
          <Frame id={idOfField("avoided_experts")} label={t("avoidedName")} hint={t("people.hint")} problem={problemAt("avoided_experts")}>
            {(control) => <input {...control} className="input" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
          </Frame>
          <PeopleFound
            name={typed}
            without={fields.avoidedExperts}
            sayNone
            choose={({ person, displayName, organisationName }) => {
              const name = organisationName ? t("memberOf", { name: displayName, unit: organisationName }) : displayName;
              setChosen((before) => ({ ...before, [person]: name }));
              put([...fields.avoidedExperts, person]);
              setTyped("");
            }}
          />
        </>
      )}
    </section>
  );
}
