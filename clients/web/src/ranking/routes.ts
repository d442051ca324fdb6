import { type PageRoute, staff } from "@/app/route";

const one = "/desk/calls/$call/ranking";
const texts = ["callDesk", "submissionDesk", "discipline"];

export const routes: readonly PageRoute[] = [
  { path: one, page: () => import("./RankingPage"), title: "ranking:title", frame: "desk", roles: staff, texts, wide: true },
  { path: `${one}/propose`, page: () => import("./ProposePage"), title: "ranking:propose.title", frame: "desk", roles: ["PROGRAMME_OFFICER"], texts },
];
