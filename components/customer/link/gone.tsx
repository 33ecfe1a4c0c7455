import { Unlink, UserRoundX } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CustomerLink } from "@/lib/contacts/customer-link";
import { Freshness, type FreshnessProps } from "../freshness";
import { FindButton } from "./find-button";
import { called, type Linking } from "./use-linking";

type GoneProps = FreshnessProps & { link: CustomerLink; linking: Linking };

/** The linked customer is no longer found. Nothing ends by itself: the CRM may have been restored by tomorrow. */
export function Gone({ link, linking, ...freshness }: GoneProps) {
	return (
		<EmptyState
			icon={UserRoundX}
			title={i18n.t("link.gone.title", [called(link.customerName)])}
			text={i18n.t("link.gone.text")}
		>
			<div className="flex flex-col items-center gap-2">
				<Freshness {...freshness} />
				<FindButton find={linking.find} />
				<Button className="w-full" onClick={linking.unlink}>
					<Unlink aria-hidden />
					{i18n.t("link.unlink")}
				</Button>
			</div>
		</EmptyState>
	);
}
