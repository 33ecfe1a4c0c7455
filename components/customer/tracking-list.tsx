import { ExternalLink, Truck } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import type { Tracking } from "@/lib/crm/customer";
import { ExtraFieldList } from "./extra-fields";
import { stateTone } from "./state-tone";

/** The parcels of an order: who carries them, where they are, and the link that tells more. */
export function TrackingList({ tracking }: { tracking: Tracking[] }) {
	if (tracking.length === 0) return null;
	return (
		<ul className="space-y-2" aria-label={i18n.t("orders.tracking")}>
			{tracking.map((parcel, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: parcels have no id of their own
				<li key={index} className="rounded-lg bg-sunken px-2.5 py-2">
					<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
						<Truck aria-hidden className="size-4 text-ink-soft" />
						{parcel.carrier && <span className="font-medium">{parcel.carrier}</span>}
						{parcel.status && <Badge tone={stateTone(parcel.status)}>{parcel.status}</Badge>}
					</div>
					{(parcel.number || parcel.url) && (
						<div className="mt-1 flex flex-wrap items-center gap-1">
							{parcel.number && (
								<>
									<span className="break-all tabular-nums">{parcel.number}</span>
									<CopyButton text={parcel.number} what={i18n.t("orders.trackingNumber")} />
								</>
							)}
							{parcel.url && (
								<a
									href={parcel.url}
									target="_blank"
									rel="noopener noreferrer"
									className="ml-auto inline-flex items-center gap-1 font-medium text-accent-ink hover:underline"
								>
									{i18n.t("highlights.track")}
									<ExternalLink aria-hidden className="size-3.5" />
								</a>
							)}
						</div>
					)}
					<ExtraFieldList fields={parcel.more} className="mt-1" />
				</li>
			))}
		</ul>
	);
}
