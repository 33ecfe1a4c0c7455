import { i18n } from "#i18n";
import { useBrokenMappings } from "@/components/hooks/use-broken-mappings";
import { useEndpoints, useToolQuery } from "@/components/hooks/use-tool";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { usePlace } from "../shell/use-place";
import { EndpointCard } from "./endpoint-card";
import { PresetButton } from "./preset-button";

/** The five CRM endpoints: what each is for, whether it works, and setting, testing and removing it. */
export default function EndpointsPage() {
	const endpoints = useEndpoints();
	const health = useToolQuery<{ endpoints: EndpointHealthStatus[] }>("get_crm_health_status");
	const { target } = usePlace();
	const stored = endpoints.data?.data?.crm_endpoints;
	const broken = useBrokenMappings(stored ?? []);
	if (!stored) return null;
	return (
		<>
			<p className="mb-3 max-w-[65ch] text-ink-soft">{i18n.t("settings.endpoints.intro")}</p>
			<div className="mb-5">
				<PresetButton stored={stored} asked={target === "presets"} />
			</div>
			<div className="space-y-4">
				{endpointTypes.map((type) => (
					<EndpointCard
						key={type}
						type={type}
						stored={stored}
						current={stored.find((endpoint) => endpoint.type === type)}
						health={health.data?.data?.endpoints.find((endpoint) => endpoint.type === type)}
						mappingFault={broken.find((one) => one.type === type)?.fault}
						open={target === type}
					/>
				))}
			</div>
		</>
	);
}
