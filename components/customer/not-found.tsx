import { UserRoundSearch } from "lucide-react";
import { i18n } from "#i18n";
import { useLinkPhone } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness, type FreshnessProps } from "./freshness";
import { Claimants } from "./link/claimants";
import { FindButton } from "./link/find-button";
import type { Linking } from "./link/use-linking";
import type { Person } from "./person";

type NotFoundProps = FreshnessProps & { person: Person; linking: Linking | undefined };

/** The CRM answered, and does not know this number. */
export function NotFound({ person, linking, ...freshness }: NotFoundProps) {
	const { name, phone, phoneDisplay = "", byHand } = person;
	const link = useLinkPhone(freshness.tabId, name);
	return (
		<EmptyState icon={UserRoundSearch} title={name || phoneDisplay} text={i18n.t("states.notFound.text")}>
			<p className="flex items-center justify-center gap-1 tabular-nums">
				{phoneDisplay}
				{phone && <CopyButton text={phone} what={i18n.t("customer.phone")} />}
			</p>
			<div className="mt-2 flex justify-center">
				<Freshness {...freshness} />
			</div>
			{linking && <Claimants linking={linking} phone={phone} />}
			{linking && <FindButton find={linking.find} />}
			{byHand && (
				<Button size="small" className="mt-2" onClick={() => link.mutate(null)}>
					{i18n.t("customer.unlink")}
				</Button>
			)}
		</EmptyState>
	);
}
