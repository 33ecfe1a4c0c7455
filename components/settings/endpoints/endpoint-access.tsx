import { KeyRound } from "lucide-react";
import { i18n } from "#i18n";
import { usePermission } from "@/components/hooks/use-permission";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { AccessMissing } from "../access-missing";

/** Whether Chatside may reach the host of a stored URL, and the way to let it. */
export function EndpointAccess({ url }: { url: string }) {
	const { host } = new URL(url);
	const pattern = permissionPattern(new URL(url));
	const permitted = usePermission(pattern);
	if (permitted === undefined) return null;
	if (permitted)
		return (
			<p className="mt-2 flex items-center gap-1.5 text-[0.86rem] text-ink-soft">
				<KeyRound aria-hidden className="size-3.5 shrink-0" />
				<span className="min-w-0 break-words">{i18n.t("settings.endpoints.granted", [host])}</span>
			</p>
		);
	return (
		<AccessMissing pattern={pattern} className="mt-3">
			{i18n.t("failures.permission.text", [host])}
		</AccessMissing>
	);
}
