import { Lock } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";

/** Marks what the organisation sets by policy; nobody can change it here. */
export function LockedBadge() {
	return (
		<Badge>
			<Lock aria-hidden className="size-3" />
			{i18n.t("settings.lockedItem")}
		</Badge>
	);
}
