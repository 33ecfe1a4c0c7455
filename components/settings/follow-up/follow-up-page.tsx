import { i18n } from "#i18n";
import { usePlace } from "../shell/use-place";
import { FollowUpTabs, tabOf } from "./follow-up-tabs";
import { ResultsPage } from "./results/results-page";
import { RulesPage } from "./rules/rules-page";
import { RunsPage } from "./runs/runs-page";

const pages = { rules: RulesPage, runs: RunsPage, results: ResultsPage };

/** The follow-up: its rules, its runs, and what came of it. */
export default function FollowUpPage() {
	const tab = tabOf(usePlace().target);
	const Page = pages[tab];
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("followUp.page.intro")}</p>
			<FollowUpTabs open={tab} />
			<Page key={tab} />
		</>
	);
}
