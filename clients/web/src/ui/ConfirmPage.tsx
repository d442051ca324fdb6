import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "@/api/refusal";
import { Link } from "@/app/Link";
import { RefusalSummary } from "./ErrorSummary";
import { type Fact, Facts } from "./Facts";
import { type Crumb, PageHeader } from "./PageHeader";

interface Props {
  /** A question or a deed: "Submit the application". */
  title: string;
  trail?: Crumb[];
  /** What follows from it, in a sentence or two. */
  text?: ReactNode;
  facts: Fact[];
  /** More to look at before deciding. */
  children?: ReactNode;
  /** The deed, on the button. */
  button: string;
  danger?: boolean;
  pending: boolean;
  refusal?: Refusal;
  /** Where the way back leads. */
  back: string;
  onConfirm: () => void;
}

/** Before a step that cannot be undone: everything that it rests on, to be checked, on a page of its own. */
export function ConfirmPage(props: Props) {
  const { t } = useTranslation("ui");
  const { title, trail, text, facts, children, button, danger, pending, refusal, back, onConfirm } = props;
  return (
    <div className="stack measure">
      <PageHeader title={title} trail={trail} text={text} />
      <RefusalSummary refusal={refusal} />
      <section className="panel" aria-label={t("confirm.check")}>
        <Facts facts={facts} />
        {children}
      </section>
      <p>{t("confirm.irreversible")}</p>
      <div className="row">
        <button type="button" className={`button ${danger ? "danger" : "primary"}`} disabled={pending} onClick={onConfirm}>
          {pending ? t("sending") : button}
        </button>
        <Link to={back} className="button">
          {t("confirm.back")}
        </Link>
      </div>
    </div>
  );
}
