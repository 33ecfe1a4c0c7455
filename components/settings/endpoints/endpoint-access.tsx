import { KeyRound } from "lucide-react";
import { i18n } from "#i18n";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { usePermission } from "@/components/hooks/use-permission";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { permissionPattern } from "@/lib/crm/endpoint-url";

/** Whether Chatside may reach the host of a stored URL, and the way to let it. */
export function EndpointAccess({ url }: { url: string }) {
	const { host } = new URL(url);
	const pattern = permissionPattern(new URL(url));
	const permitted = usePermission(pattern);
	const grant = useGrant();
	if (permitted === undefined) return null;
	if (permitted)
		return (
			<p className="mt-2 flex items-center gap-1.5 text-[0.86rem] text-ink-soft">
				<KeyRound aria-hidden className="size-3.5 shrink-0" />
				<span className="min-w-0 break-words">{i18n.t("settings.endpoints.granted", [host])}</span>
			</p>
		);
	return (
		<Notice
			tone="warn"
			className="mt-3"
			title={i18n.t("failures.permission.title")}
			action={
				<Button size="small" onClick={() => grant.mutate(pattern)}>
					<KeyRound aria-hidden />
					{i18n.t("failures.grant")}
				</Button>
			}
		>
			{i18n.t("failures.permission.text", [host])}
		</Notice>
	);
}
