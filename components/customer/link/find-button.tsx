import { Search, Settings2 } from "lucide-react";
import { i18n } from "#i18n";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { useEndpoints } from "@/components/hooks/use-tool";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";

/** The way to the search for a customer, or to setting one up where there is none. */
export function FindButton({ find }: { find(): void }) {
	const canSearch = useCanSearch();
	if (canSearch === undefined) return null;
	if (!canSearch) return <SetUpSearch />;
	return (
		<Button look="primary" className="w-full" onClick={find}>
			<Search aria-hidden />
			{i18n.t("link.find")}
		</Button>
	);
}

/** What is missing for a search, and where to set it. */
export function SetUpSearch() {
	const openSettings = useOpenSettings();
	return (
		<div className="flex flex-col items-center gap-2 rounded-xl bg-sunken p-3 text-center">
			<p className="text-balance text-[0.93rem] text-ink-soft">{i18n.t("link.setUp.text")}</p>
			<Button size="small" onClick={() => openSettings(hrefOf({ route: "crm-endpoints" }))}>
				<Settings2 aria-hidden />
				{i18n.t("link.setUp.open")}
			</Button>
		</div>
	);
}

/** Whether there is an endpoint that finds customers; undefined until it is known. */
export const useCanSearch = (): boolean | undefined =>
	useEndpoints().data?.data?.crm_endpoints.some(({ type }) => type === "sidePanel_CustomerFindToJoin");
