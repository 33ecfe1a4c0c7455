import { CrmFailureNotice } from "@/components/crm-answer/crm-failure-notice";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";
import type { CustomerSearchFailure } from "@/lib/messaging/protocol";
import { SetUpSearch } from "./find-button";

type SearchFailureProps = { failure: CustomerSearchFailure; retrying: boolean; retry(): void };

/** Why the CRM found nobody to show, and what can be done about it. */
export function SearchFailure({ failure, retrying, retry }: SearchFailureProps) {
	const openSettings = useOpenSettings();
	if (failure.reason === "not-configured") return <SetUpSearch />;
	// What was given up for something newer is no failure.
	if (failure.reason === "cancelled") return null;
	return (
		<CrmFailureNotice
			failure={failure}
			tone="bad"
			className="mx-3"
			retrying={retrying}
			retry={retry}
			granted={retry}
			changeConnection={() => openSettings(hrefOf({ route: "crm-endpoints" }))}
		/>
	);
}
