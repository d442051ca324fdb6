import { useState } from "react";
import { useTranslation } from "react-i18next";
import { explainViolation } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { Link } from "@/app/Link";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { compareHeader, type Table, writeTable } from "./csv";
import { FilePick } from "./FilePick";
import { HeaderProblems } from "./HeaderProblems";
import { type Invitation, InviteChoice } from "./InviteChoice";
import { type Kind, kinds } from "./kinds";
import { Preview } from "./Preview";
import { cellProblems } from "./problems";

/** Checks a table, or takes it in; all or nothing. */
function useImport(kind: Kind) {
  const { run, pending, refusal, reset } = useAction(kinds[kind].method, { refresh: false });
  const send = (table: Table, validateOnly: boolean, { invite, role }: Invitation) =>
    run({ csv: new TextEncoder().encode(writeTable(table)), validateOnly, invite, inviteRole: invite ? role : Role.ROLE_UNSPECIFIED });
  return { send, pending, refusal, reset };
}

function Done({ kind, count }: { kind: Kind; count: number }) {
  const { t } = useTranslation("imports");
  return (
    <div className="panel stack-small">
      <p role="status">{t(`done.${kind}`, { count })}</p>
      <div>
        <Link to={kinds[kind].list} className="button primary">
          {t("toList")}
        </Link>
      </div>
    </div>
  );
}

/** A file is looked at here, checked by the server, corrected in place, and then taken in as a whole. */
export function ImportPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation(["imports", "ui", "errors"]);
  const { send, pending, refusal, reset } = useImport(kind);
  const [table, setTable] = useState<Table>();
  const [checked, setChecked] = useState(false);
  const [imported, setImported] = useState<number>();
  const [invitation, setInvitation] = useState<Invitation>({ invite: false, role: Role.RESEARCHER });
  const check = async (of: Table, by = invitation) => {
    setChecked(false);
    setChecked((await send(of, true, by)) !== undefined);
  };
  const take = (read: Table) => {
    reset();
    setTable(read);
    const { missing } = compareHeader(read.header, kinds[kind].columns);
    if (missing.length === 0) void check(read);
  };
  const importAll = async () => {
    const answer = table && (await send(table, false, invitation));
    if (answer) setImported(answer.imported);
    else setChecked(false);
  };
  const problems = cellProblems(refusal?.violations ?? []).map((one) => ({ ...one, problem: explainViolation(one.problem, t) }));
  const inCells = problems.length > 0;
  return (
    <div className="stack">
      <PageHeader title={t(`title.${kind}`)} trail={[{ text: t(`from.${kind}`), to: kinds[kind].list }]} text={t("text")} />
      {imported !== undefined ? (
        <Done kind={kind} count={imported} />
      ) : (
        <>
          <FilePick kind={kind} onTable={take} />
          {kinds[kind].invites && (
            <InviteChoice
              value={invitation}
              onValue={(by) => {
                setInvitation(by);
                if (table) void check(table, by);
              }}
            />
          )}
          {table && <HeaderProblems header={table.header} kind={kind} />}
          {refusal && !inCells && <RefusalSummary refusal={refusal} />}
          {table && (
            <Preview
              table={table}
              problems={problems}
              more={Number(refusal?.metadata["more"] ?? 0)}
              pending={pending}
              checked={checked}
              onTable={(changed) => {
                setTable(changed);
                setChecked(false);
              }}
              onCheck={() => void check(table)}
              onImport={() => void importAll()}
            />
          )}
        </>
      )}
    </div>
  );
}
