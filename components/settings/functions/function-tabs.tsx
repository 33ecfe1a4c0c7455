import { i18n } from "#i18n";
import { PageTabs } from "../page-tabs";

const tabs = [
	{ name: "functions", target: "" },
	{ name: "calls", target: ":calls" },
] as const;

/** The two halves of the page: the functions, and what was called. */
export function FunctionTabs({ open }: { open: (typeof tabs)[number]["name"] }) {
	return (
		<PageTabs
			label={i18n.t("functionCalls.tabs.label")}
			route="functions"
			open={open}
			tabs={tabs.map((tab) => ({ ...tab, title: i18n.t(`functionCalls.tabs.${tab.name}`) }))}
		/>
	);
}
