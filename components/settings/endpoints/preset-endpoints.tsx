import { i18n } from "#i18n";
import { CheckField } from "@/components/ui/check-field";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { LockedBadge } from "../locked-badge";

type PresetEndpointsProps = {
	/** Those the CRM can serve. */
	types: readonly EndpointType[];
	stored: readonly Endpoint[];
	wanted: readonly EndpointType[];
	locked(type: EndpointType): boolean;
	toggle(type: EndpointType): void;
};

/** Which endpoints are to be set, and which of them are set already. */
export function PresetEndpoints({ types, stored, wanted, locked, toggle }: PresetEndpointsProps) {
	const isStored = (type: EndpointType) => stored.some((endpoint) => endpoint.type === type);
	return (
		<fieldset className="mt-5">
			<legend className="mb-2 font-medium text-[0.93rem]">{i18n.t("settings.presets.sets")}</legend>
			<div className="space-y-2">
				{types.map((type) => (
					<CheckField
						key={type}
						checked={wanted.includes(type)}
						disabled={locked(type)}
						onChange={() => toggle(type)}
						label={i18n.t(`settings.endpoints.types.${type}.title`)}
						hint={
							locked(type) ? (
								<LockedBadge />
							) : (
								isStored(type) && wanted.includes(type) && i18n.t("settings.presets.replaces")
							)
						}
					/>
				))}
			</div>
		</fieldset>
	);
}
