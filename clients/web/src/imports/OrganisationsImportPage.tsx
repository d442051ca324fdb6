import { ImportPage } from "./ImportPage";

export default function OrganisationsImportPage() {
  return <ImportPage kind="organisations" />;
}
