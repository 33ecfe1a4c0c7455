import { DeleteEverything } from "./delete-everything";
import { ExportPart } from "./export-part";
import { ImportPart } from "./import-part";
import { StoredDataPart } from "./stored-data-part";
import { WhereDataGoes } from "./where-data-goes";

/** What is stored and what leaves the browser; deleting, exporting and importing it. */
export default function PrivacyPage() {
	return (
		<>
			<WhereDataGoes />
			<StoredDataPart />
			<ExportPart />
			<ImportPart />
			<DeleteEverything />
		</>
	);
}
