import { Database } from "lucide-react";
import { i18n } from "#i18n";
import { useEndpointHistories } from "@/components/hooks/use-endpoint-histories";
import { useHealthRefresh } from "@/components/hooks/use-health-refresh";
import { useToolQuery } from "@/components/hooks/use-tool";
import { LinkButton } from "@/components/ui/link-button";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { hrefOf } from "../shell/place";
import { EndpointHealth } from "./endpoint-health";

/** How each endpoint of the CRM is doing, and what can be done about it. */
export default function HealthPage() {
	const health = useToolQuery<{ endpoints: EndpointHealthStatus[] }>("get_crm_health_status").data?.data;
	const histories = useEndpointHistories().data;
	useHealthRefresh();
	if (!health || !histories) return null;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.health.intro")}</p>
			{health.endpoints.length === 0 && (
				<div className="flex flex-col items-center gap-1 rounded-2xl border border-line bg-surface px-6 py-14 text-center">
					<h2 className="font-semibold text-[1.15rem]">{i18n.t("settings.health.none")}</h2>
					<p className="mb-4 max-w-[46ch] text-balance text-ink-soft">{i18n.t("settings.health.noneText")}</p>
					<LinkButton look="primary" href={hrefOf({ route: "crm-endpoints" })}>
						<Database aria-hidden />
						{i18n.t("settings.pages.crm_endpoints")}
					</LinkButton>
				</div>
			)}
			{health.endpoints.map((one) => (
				<EndpointHealth
					key={one.type}
					health={one}
					history={histories.find(({ type }) => type === one.type)?.history}
				/>
			))}
		</>
	);
}
