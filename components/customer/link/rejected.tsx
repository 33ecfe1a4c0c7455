import { UserRoundX } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Customer } from "@/lib/crm/customer";
import { FindButton } from "./find-button";
import { called, type Linking } from "./use-linking";

type RejectedProps = { customers: readonly Customer[]; linking: Linking };

/** Everybody the CRM knows by this number was said not to be the one who is writing. */
export function Rejected({ customers, linking }: RejectedProps) {
	const names = customers.map(({ name }) => called(name)).join(", ");
	return (
		<EmptyState
			icon={UserRoundX}
			title={i18n.t("link.rejectedView.title", [names])}
			text={i18n.t("link.rejectedView.text")}
		>
			<div className="flex flex-col gap-2">
				<FindButton find={linking.find} />
				{customers.map(
					({ id, name }) =>
						id !== undefined && (
							<Button key={id} onClick={() => linking.accept({ id, name })}>
								<span className="truncate">{i18n.t("link.rejectedView.again", [called(name)])}</span>
							</Button>
						),
				)}
			</div>
		</EmptyState>
	);
}
