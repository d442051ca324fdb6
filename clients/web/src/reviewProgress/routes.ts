import { type PageRoute, staff } from "@/app/route";

const one = "/desk/calls/$call/progress";
const texts = ["callDesk", "assignment"];

export const routes: readonly PageRoute[] = [
  { path: one, page: () => import("./ProgressPage"), title: "reviewProgress:title", frame: "desk", roles: staff, texts, wide: true },
  { path: `${one}/close`, page: () => import("./CloseReviewPage"), title: "reviewProgress:close.title", frame: "desk", roles: ["PROGRAMME_OFFICER"], texts },
];
