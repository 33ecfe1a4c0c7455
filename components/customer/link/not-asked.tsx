import { Settings2, Unlink, UserRoundX } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CustomerLink } from "@/lib/contacts/customer-link";
import { FindButton } from "./find-button";
import { called, type Linking } from "./use-linking";

type NotAskedProps = { link: CustomerLink; linking: Linking; connect(): void };

/** The linked customer could not be asked for, so that nobody knows whether the CRM still has them. */
export function NotAsked({ link, linking, connect }: NotAskedProps) {
	return (
		<EmptyState
			icon={UserRoundX}
			title={i18n.t("anyCrm.notAsked.title", [called(link.customerName)])}
			text={i18n.t("anyCrm.notAsked.text")}
		>
			<div className="flex flex-col gap-2">
				<Button onClick={connect}>
					<Settings2 aria-hidden />
					{i18n.t("failures.changeConnection")}
				</Button>
				<FindButton find={linking.find} />
				<Button onClick={linking.unlink}>
					<Unlink aria-hidden />
					{i18n.t("link.unlink")}
				</Button>
			</div>
		</EmptyState>
	);
}
