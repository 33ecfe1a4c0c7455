import { Database } from "lucide-react";
import { i18n } from "#i18n";
import { useEndpointHistories } from "@/components/hooks/use-endpoint-histories";
import { useHealthRefresh } from "@/components/hooks/use-health-refresh";
import { useToolQuery } from "@/components/hooks/use-tool";
import { LinkButton } from "@/components/ui/link-button";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { EmptyPage } from "../empty-page";
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
				<EmptyPage title={i18n.t("settings.health.none")} text={i18n.t("settings.health.noneText")}>
					<LinkButton look="primary" href={hrefOf({ route: "crm-endpoints" })}>
						<Database aria-hidden />
						{i18n.t("settings.pages.crm_endpoints")}
					</LinkButton>
				</EmptyPage>
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
