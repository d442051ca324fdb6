import { useTranslation } from "react-i18next";
import { useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { activate } from "./identity";
import { PasswordForm } from "./PasswordForm";

export default function ActivatePage() {
  const { t } = useTranslation("session");
  const [{ token }] = useAddressState({ token: "" });
  const go = useGo();
  const onPassword = async (password: string) => {
    await activate(token, password);
    go("/");
  };
  return (
    <div className="stack">
      <h1>{t("activate.title")}</h1>
      <p>{t(token ? "activate.text" : "activate.noToken")}</p>
      {token && <PasswordForm button={t("activate.send")} onPassword={onPassword} />}
      <p className="quiet">
        {t("activate.expired")} <Link to="/recover">{t("activate.anew")}</Link>
      </p>
    </div>
  );
}
