import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { callPlain } from "@/api/plain";
import { type Refusal, toRefusal } from "@/api/refusal";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { usePlain } from "@/api/usePlain";
import { Facts } from "@/ui/Facts";
import { Deadline, Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { PlainWaiting } from "@/ui/PlainWaiting";
import { idOf } from "@/api/resource";
import { CheckObjection } from "./CheckObjection";
import { ObjectionForm } from "./ObjectionForm";
import { emptyObjection, type Objection, trimmed } from "./objection";
import { isRunning, methods, type PublicNotice } from "./wire";

interface Filed {
  name: string;
  fileTime: string;
}

/** What the objector takes home. */
function Receipt({ filed, notice, objection }: { filed: Filed; notice: PublicNotice; objection: Objection }) {
  const { t } = useTranslation("notice");
  return (
    <div className="stack">
      <p role="status">{t("receipt.text")}</p>
      <section className="panel">
        <Facts
          facts={[
            { label: t("receipt.reference"), value: <span className="code">{idOf(filed.name)}</span> },
            { label: t("receipt.time"), value: <Instant at={filed.fileTime} /> },
            { label: t("one.title"), value: notice.title },
            { label: t("field.submissionNumber"), value: objection.submissionNumber },
          ]}
        />
      </section>
      <div className="row">
        <button type="button" className="button" onClick={() => window.print()}>
          {t("receipt.print")}
        </button>
        <Link to={`/${notice.name}`} className="button">
          {t("receipt.back")}
        </Link>
      </div>
    </div>
  );
}

function useFiling(notice: string, onFiled: (filed: Filed) => void) {
  const [state, setState] = useState<{ pending: boolean; refusal?: Refusal }>({ pending: false });
  const requestId = useRef(crypto.randomUUID()); // pressing again files nothing twice
  const file = async (objection: Objection) => {
    setState({ pending: true });
    try {
      onFiled(await callPlain<Filed>(methods.object, { parent: notice, objection, requestId: requestId.current }));
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.code !== "unavailable") requestId.current = crypto.randomUUID(); // what is sent next differs
      setState({ pending: false, refusal });
    }
  };
  return { ...state, file };
}

/** First the form, then everything once more to be checked, then the receipt. */
function Filing({ notice }: { notice: PublicNotice }) {
  const [objection, setObjection] = useState(emptyObjection);
  const [checking, setChecking] = useState(false);
  const [filed, setFiled] = useState<Filed>();
  const { pending, refusal, file } = useFiling(notice.name, setFiled);
  if (filed) return <Receipt filed={filed} notice={notice} objection={objection} />;
  if (checking && !refusal?.violations.length) {
    return (
      <CheckObjection
        notice={notice}
        objection={objection}
        pending={pending}
        refusal={refusal}
        onBack={() => setChecking(false)}
        onFile={() => void file(objection)}
      />
    );
  }
  return (
    <ObjectionForm
      notice={notice}
      initial={objection}
      refusal={refusal}
      onNext={(typed) => {
        setObjection(trimmed(typed));
        setChecking(true);
      }}
    />
  );
}

export default function ObjectPage() {
  const { t } = useTranslation("notice");
  const read = usePlain<PublicNotice>(methods.get, { name: `notices/${useParam("notice")}` });
  const notice = read.answer;
  const trail = [{ text: t("list.title"), to: "/notices" }, ...(notice ? [{ text: notice.title, to: `/${notice.name}` }] : [])];
  const until = notice && isRunning(notice) && (
    <>
      {t("until")} <Deadline at={notice.endTime} />
    </>
  );
  return (
    <div className="stack measure">
      <PageHeader title={t("object.title")} trail={trail} text={until} />
      <PlainWaiting read={read} />
      {notice && (isRunning(notice) ? <Filing notice={notice} /> : <p>{t("how.over")}</p>)}
    </div>
  );
}
