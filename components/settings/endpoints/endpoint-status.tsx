import { i18n } from "#i18n";
import { usePermission } from "@/components/hooks/use-permission";
import { Badge } from "@/components/ui/badge";
import type { Endpoint } from "@/lib/crm/endpoint";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";

type EndpointStatusProps = { current?: Endpoint; health?: EndpointHealthStatus };

/** Whether an endpoint is set, reachable and healthy, in a word. */
export function EndpointStatus({ current, health }: EndpointStatusProps) {
	const permitted = usePermission(current && permissionPattern(new URL(current.url)));
	if (!current) return <Badge>{i18n.t("settings.endpoints.notSet")}</Badge>;
	if (permitted === false) return <Badge tone="warn">{i18n.t("settings.endpoints.noAccess")}</Badge>;
	if (health?.status === "disabled") return <Badge tone="bad">{i18n.t("settings.endpoints.disabled")}</Badge>;
	if (health && health.consecutive_errors > 0)
		return <Badge tone="warn">{i18n.t("settings.endpoints.failing", health.consecutive_errors)}</Badge>;
	return <Badge tone="good">{i18n.t("settings.endpoints.active")}</Badge>;
}
