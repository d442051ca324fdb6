/** What an organisation may be, as the server knows it; the texts are `terms:value.kind`. */
export const kinds = ["association", "university", "institute", "hospital", "company", "society", "other"] as const;
