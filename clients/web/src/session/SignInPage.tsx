import { useTranslation } from "react-i18next";
import { safeNext, useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { SignInForm } from "./SignInForm";

export default function SignInPage() {
  const { t } = useTranslation("session");
  const [{ next }] = useAddressState({ next: "" });
  const go = useGo();
  return (
    <div className="stack">
      <h1>{t("signIn.title")}</h1>
      <SignInForm onDone={() => go(safeNext(next))} />
      <div className="row spread">
        <Link to="/recover">{t("signIn.forgotten")}</Link>
        <Link to="/register">{t("signIn.register")}</Link>
      </div>
    </div>
  );
}
