import { Sparkles } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { Endpoint } from "@/lib/crm/endpoint";
import { hrefOf } from "../shell/place";

const PresetDialog = lazy(() => import("./preset-dialog"));

/** The way to set the endpoints of a known CRM at once; what is known of them is loaded when it is wanted. */
export function PresetButton({
	stored,
	asked,
}: {
	stored: readonly Endpoint[];
	/** The page's address means the presets. */
	asked: boolean;
}) {
	const [open, setOpen] = useState(asked);
	useEffect(() => {
		if (asked) setOpen(true);
	}, [asked]);
	const close = () => {
		setOpen(false);
		// The next link to them has to be another address than the page's.
		if (asked) location.hash = hrefOf({ route: "crm-endpoints" });
	};
	const any = () => {
		setOpen(false);
		location.hash = hrefOf({ route: "crm-endpoints", target: "sidePanel_CustomerInfo" });
	};
	return (
		<>
			<Button onClick={() => setOpen(true)}>
				<Sparkles aria-hidden />
				{i18n.t("settings.presets.open")}
			</Button>
			{open && (
				<Suspense>
					<PresetDialog stored={stored} close={close} any={any} />
				</Suspense>
			)}
		</>
	);
}
