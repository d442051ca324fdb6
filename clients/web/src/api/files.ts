import { serverLanguage } from "@/i18n/i18n";
import { toBase64Url } from "./wire";

/** Where an attachment is read: submissions/{s}/attachments/{a}. */
export function attachmentUrl(attachment: string): string {
  return `/files/${attachment}`;
}

/** Where an expert reads it, by review: submissions/{s}/reviews/{r}, and the attachment's name. */
export function reviewAttachmentUrl(review: string, attachment: string): string {
  return `/files/${review}/attachments/${attachment.split("/").pop() ?? ""}`;
}

/** A column of an xlsx file: the path of a field in a row, and what stands above it. */
export interface SheetColumn {
  field: string;
  header: string;
}

/** Where the whole list is had as xlsx. `request`: the list's request in JSON form, without paging. */
export function sheetUrl(method: string, request: object, columns: SheetColumn[], fileName: string): string {
  const query = new URLSearchParams({
    request: toBase64Url(JSON.stringify(request)),
    columns: columns.map(({ field, header }) => `${field}:${header}`).join(","),
    file: fileName,
    lang: serverLanguage(),
  });
  return `/sheets/${method}?${query.toString()}`;
}
