import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { hrefOf } from "../shell/place";

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
		<nav aria-label={i18n.t("followUp.page.tabs.label")} className="mb-5 flex gap-1 border-line border-b">
			{tabs.map(({ name, target }) => (
				<a
					key={name}
					href={hrefOf({ route: "follow-up", target })}
					aria-current={name === open ? "page" : undefined}
					className={classNames(
						"-mb-px rounded-t-lg border-b-2 px-3 py-2 font-medium",
						name === open
							? "border-accent text-accent-ink"
							: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
					)}
				>
					{i18n.t(`followUp.page.tabs.${name}`)}
				</a>
			))}
		</nav>
	);
}
