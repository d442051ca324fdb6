import type { PageRoute, RoleName } from "@/app/route";

const texts = ["discipline"];
const roles: readonly RoleName[] = ["RESEARCHER"];
const readers: readonly RoleName[] = ["RESEARCHER", "UNIT_OFFICER", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR"];

export const routes: readonly PageRoute[] = [
  {
    path: "/submissions",
    page: () => import("./SubmissionsPage"),
    title: "submission:mine",
    frame: "desk",
    roles,
    texts,
    nav: { order: 10, icon: "✎" },
  },
  { path: "/calls/$call/apply", page: () => import("./ApplyPage"), title: "submission:apply.begin", frame: "desk", roles, texts },
  {
    path: "/submissions/$submission",
    page: () => import("./SubmissionPage"),
    title: "submission:title",
    frame: "desk",
    roles: readers,
    texts: [...texts, "endorsement"],
  },
  { path: "/submissions/$submission/edit", page: () => import("./EditPage"), title: "submission:goOn", frame: "desk", roles, texts },
  { path: "/submissions/$submission/preview", page: () => import("./PreviewPage"), title: "submission:preview.title", frame: "desk", roles, texts },
  { path: "/submissions/$submission/check", page: () => import("./CheckPage"), title: "submission:check.title", frame: "desk", roles, texts },
  { path: "/submissions/$submission/receipt", page: () => import("./ReceiptPage"), title: "submission:receipt.title", frame: "desk", roles: readers, texts },
  { path: "/submissions/$submission/withdraw", page: () => import("./WithdrawPage"), title: "submission:withdraw.title", frame: "desk", roles, texts },
];
