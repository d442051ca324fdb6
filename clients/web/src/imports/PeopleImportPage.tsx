import { ImportPage } from "./ImportPage";

export default function PeopleImportPage() {
  return <ImportPage kind="people" />;
}
