import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Facts } from "@/ui/Facts";
import { idOfField, teamMax } from "./complete";
import type { Member } from "./fields";
import { AvoidedField } from "./AvoidedField";
import { ConflictNote, Frame } from "./Frame";
import { colleaguesOf } from "./colleagues";
import { PeopleFound } from "./PeopleFound";
import styles from "./submission.module.css";
import type { Draft } from "./useDraft";

const earlierMax = 50;
const blank: Member = { displayName: "", unitName: "", person: "" };

/** Who has worked with the applicant before, so that nobody is typed twice. */
function useColleagues(): Member[] {
  const { data } = useQuery(SubmissionsService.method.listSubmissions, { mine: true, pageSize: earlierMax });
  return colleaguesOf(data?.submissions ?? []);
}

function MemberRow({ draft, at, colleagues }: { draft: Draft; at: number; colleagues: Member[] }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt } = draft;
  const member = fields.team[at] ?? blank;
  const put = (changes: Partial<Member>) =>
    set({ team: fields.team.map((one, index) => (index === at ? { ...one, ...changes } : one)) });
  const name = (displayName: string) => {
    const known = colleagues.find((one) => one.displayName === displayName);
    put(known && !member.unitName ? known : { displayName, person: "" });
  };
  const path = `team[${at}]`;
  return (
    <li className={styles.rowBox}>
      <div className={styles.pair}>
        <Frame id={idOfField(`${path}.display_name`)} label={t("memberName", { number: at + 1 })} problem={problemAt(`${path}.display_name`)}>
          {(control) => (
            <input {...control} className="input" list="colleagues" autoComplete="off" value={member.displayName} onChange={(event) => name(event.target.value)} />
          )}
        </Frame>
        <Frame id={idOfField(`${path}.unit_name`)} label={t("memberUnit")} problem={problemAt(`${path}.unit_name`)} optional>
          {(control) => (
            <input {...control} className="input" value={member.unitName} onChange={(event) => put({ unitName: event.target.value })} />
          )}
        </Frame>
      </div>
      {!member.person && (
        <PeopleFound
          name={member.displayName}
          without={fields.team.map(({ person }) => person)}
          choose={({ person, organisationName }) => put({ person, unitName: organisationName })}
        />
      )}
      <div>
        <button
          type="button"
          className="button compact"
          aria-label={t("removeMember", { name: member.displayName || String(at + 1) })}
          onClick={() => set({ team: fields.team.filter((_, index) => index !== at) })}
        >
          {t("remove")}
        </button>
      </div>
    </li>
  );
}

function Leader() {
  const { t } = useTranslation("submission");
  const { person, organisation } = useMe();
  return (
    <section className="stack-small">
      <h3>{t("leader")}</h3>
      <Facts
        facts={[
          { label: t("name"), value: person?.displayName },
          { label: t("unit"), value: organisation?.displayName },
          { label: t("titleAndDegree"), value: [person?.professionalTitle, person?.degree].filter(Boolean).join(" · ") },
          { label: t("contact"), value: [person?.email, person?.phone].filter(Boolean).join(" · "), change: "/profile" },
        ]}
      />
    </section>
  );
}

/** Who takes part. */
export function TeamStep({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt, conflicts, settle } = draft;
  const colleagues = useColleagues();
  const problem = problemAt("team");
  return (
    <>
      <Leader />
      <section className="stack-small" aria-labelledby={idOfField("team")}>
        <h3 id={idOfField("team")} tabIndex={-1}>
          {t("members")}
        </h3>
        <p className="quiet">{t("membersHint")}</p>
        {problem && <p className="problem">{problem}</p>}
        <ConflictNote of="team" label={t("members")} conflicts={conflicts} settle={settle} />
        <datalist id="colleagues">
          {colleagues.map(({ displayName, unitName }) => (
            <option key={`${displayName}${unitName}`} value={displayName}>
              {unitName}
            </option>
          ))}
        </datalist>
        <ol className={styles.files}>
          {fields.team.map((_, at) => (
            <MemberRow key={at} draft={draft} at={at} colleagues={colleagues} />
          ))}
        </ol>
        {fields.team.length < teamMax && (
          <div>
            <button type="button" className="button" onClick={() => set({ team: [...fields.team, blank] })}>
              {t("addMember")}
            </button>
          </div>
        )}
      </section>
      <AvoidedField draft={draft} />
    </>
  );
}
