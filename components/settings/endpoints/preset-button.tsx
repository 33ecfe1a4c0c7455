import { Sparkles } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { Endpoint } from "@/lib/crm/endpoint";

const PresetDialog = lazy(() => import("./preset-dialog"));

/** The way to set the endpoints of a known CRM at once; what is known of them is loaded when it is wanted. */
export function PresetButton({ stored }: { stored: readonly Endpoint[] }) {
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button onClick={() => setOpen(true)}>
				<Sparkles aria-hidden />
				{i18n.t("settings.presets.open")}
			</Button>
			{open && (
				<Suspense>
					<PresetDialog stored={stored} close={() => setOpen(false)} />
				</Suspense>
			)}
		</>
	);
}
