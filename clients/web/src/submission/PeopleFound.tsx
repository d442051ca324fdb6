import { useQuery } from "@connectrpc/connect-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import type { SearchPeopleResponse_Found as Found } from "@/gen/redpeak/identity/v1/identity_service_pb";
import styles from "./submission.module.css";

const pauseMs = 400;
const queryMin = 2; // characters

/** A text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface Props {
  /** The name that was typed. */
  name: string;
  /** People who are chosen already. */
  without: readonly string[];
  /** Says so where nobody is found. */
  sayNone?: boolean;
  choose: (found: Found) => void;
}

/** The people of this system who have the name, each to be chosen. */
export function PeopleFound({ name, without, sayNone = false, choose }: Props) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const query = useSettled(name.trim());
  const enabled = [...query].length >= queryMin;
  const { data, error } = useQuery(IdentityService.method.searchPeople, { query }, { enabled });
  if (!enabled) return null;
  if (error) return <p className="problem">{explain(toRefusal(error), t)}</p>;
  const found = (data?.people ?? []).filter(({ person }) => !without.includes(person));
  if (found.length === 0) return data && sayNone ? <p className="quiet" role="status">{t("people.none")}</p> : null;
  return (
    <ul className={styles.files} aria-label={t("people.found")}>
      {found.map((one) => (
        <li key={one.person} className={styles.file}>
          <span>{one.organisationName ? t("memberOf", { name: one.displayName, unit: one.organisationName }) : one.displayName}</span>
          <button type="button" className="button compact" onClick={() => choose(one)}>
            {t("people.choose")}
            <span className="visually-hidden"> {one.displayName} {one.organisationName}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
