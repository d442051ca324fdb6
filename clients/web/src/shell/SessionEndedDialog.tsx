import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { sessionResumed, useSessionEnded } from "@/api/session";
import type { GetMeResponse } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { SignInForm } from "@/session/SignInForm";

/** Asks for the password anew when the session has ended; the page behind it stays as it was typed. */
export function SessionEndedDialog({ me }: { me: GetMeResponse }) {
  const { t } = useTranslation("ui");
  const ended = useSessionEnded();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (ended) dialog.current?.showModal();
    else dialog.current?.close();
  }, [ended]);
  if (!ended) return null;
  const leave = () => {
    sessionResumed(false);
    location.assign("/sign-in");
  };
  return (
    <dialog ref={dialog} aria-labelledby="session-ended" onCancel={(event) => event.preventDefault()}>
      <div className="stack">
        <h2 id="session-ended">{t("sessionEnded.title")}</h2>
        <p>{t("sessionEnded.text")}</p>
        <SignInForm login={me.account?.login ?? ""} onDone={() => sessionResumed(true)} />
        <button type="button" className="button link" onClick={leave}>
          {t("sessionEnded.leave")}
        </button>
      </div>
    </dialog>
  );
}
