import { idOf } from "@/api/resource";

// Where each task of a call is done.
const deskOf = (call: string) => `/desk/calls/${idOf(call)}`;

export const links = {
  call: deskOf,
  formality: (call: string) => `${deskOf(call)}/formality`,
  assignment: (call: string) => `${deskOf(call)}/assignment`,
  progress: (call: string) => `${deskOf(call)}/progress`,
  ranking: (call: string) => `${deskOf(call)}/ranking`,
  notice: (call: string) => `${deskOf(call)}/notice`,
  desk: "/desk",
};
