import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { hrefOf } from "../shell/place";

const tabs = [
	{ name: "functions", target: "" },
	{ name: "calls", target: ":calls" },
] as const;

/** The two halves of the page: the functions, and what was called. */
export function FunctionTabs({ open }: { open: (typeof tabs)[number]["name"] }) {
	return (
		<nav aria-label={i18n.t("functionCalls.tabs.label")} className="mb-5 flex gap-1 border-line border-b">
			{tabs.map(({ name, target }) => (
				<a
					key={name}
					href={hrefOf({ route: "functions", target })}
					aria-current={name === open ? "page" : undefined}
					className={classNames(
						"-mb-px rounded-t-lg border-b-2 px-3 py-2 font-medium",
						name === open
							? "border-accent text-accent-ink"
							: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
					)}
				>
					{i18n.t(`functionCalls.tabs.${name}`)}
				</a>
			))}
		</nav>
	);
}
