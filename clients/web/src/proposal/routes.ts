import { type PageRoute, staff } from "@/app/route";

const proposal = "/calls/$call/proposals/$proposal";

export const routes: readonly PageRoute[] = [
  {
    path: "/proposals",
    page: () => import("./ProposalsPage"),
    title: "proposal:list.title",
    frame: "desk",
    roles: staff,
    nav: { order: 60, icon: "☑" },
  },
  {
    path: "/calls/$call/proposals",
    page: () => import("./CallProposalsPage"),
    title: "proposal:call.title",
    frame: "desk",
    roles: staff,
  },
  { path: proposal, page: () => import("./ProposalPage"), title: "proposal:one.title", frame: "desk", roles: staff, wide: true },
  { path: `${proposal}/sign`, page: () => import("./SignPage"), title: "proposal:sign.title", frame: "desk", roles: ["APPROVER"] },
  { path: `${proposal}/approve`, page: () => import("./ApprovePage"), title: "proposal:approve.title", frame: "desk", roles: ["APPROVER"] },
  {
    path: `${proposal}/withdraw`,
    page: () => import("./WithdrawPage"),
    title: "proposal:withdraw.title",
    frame: "desk",
    roles: ["PROGRAMME_OFFICER", "APPROVER"],
  },
  {
    path: `${proposal}/exception/$submission`,
    page: () => import("./ExceptionPage"),
    title: "proposal:exception.title",
    frame: "desk",
    roles: ["PROGRAMME_OFFICER"],
  },
];
