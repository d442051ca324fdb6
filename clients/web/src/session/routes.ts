import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/sign-in", page: () => import("./SignInPage"), title: "session:signIn.title", frame: "narrow" },
  { path: "/activate", page: () => import("./ActivatePage"), title: "session:activate.title", frame: "narrow" },
  { path: "/recover", page: () => import("./RecoverPage"), title: "session:recover.title", frame: "narrow" },
  { path: "/register", page: () => import("./RegisterPage"), title: "session:register.title", frame: "narrow" },
  { path: "/sessions", page: () => import("./SessionsPage"), title: "session:sessions.title", frame: "desk" },
  { path: "/password", page: () => import("./ChangePasswordPage"), title: "session:change.title", frame: "desk" },
];
