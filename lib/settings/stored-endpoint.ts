import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { SettingsStore } from "./store";

/** The endpoint of a type as it is set; undefined where there is none, or where the settings cannot be read. */
export async function storedEndpoint(
	settings: Pick<SettingsStore, "read">,
	type: EndpointType,
): Promise<Endpoint | undefined> {
	const read = await settings.read();
	return read.ok ? read.value.crm_endpoints.find((endpoint) => endpoint.type === type) : undefined;
}
