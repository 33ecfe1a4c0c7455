import { i18n } from "#i18n";
import { PageTabs } from "../page-tabs";

const tabs = [
	{ name: "rules", target: "" },
	{ name: "runs", target: ":runs" },
	{ name: "results", target: ":results" },
] as const;
export type FollowUpTab = (typeof tabs)[number]["name"];

/** The part of the page a target means: any other is a place in the rules. */
export const tabOf = (target: string): FollowUpTab =>
	tabs.find((tab) => tab.target === target)?.name ?? "rules";

/** The three parts of the page. */
export function FollowUpTabs({ open }: { open: FollowUpTab }) {
	return (
		<PageTabs
			label={i18n.t("followUp.page.tabs.label")}
			route="follow-up"
			open={open}
			tabs={tabs.map((tab) => ({ ...tab, title: i18n.t(`followUp.page.tabs.${tab.name}`) }))}
		/>
	);
}
