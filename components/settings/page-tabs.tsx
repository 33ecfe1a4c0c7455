import { classNames } from "@/components/ui/class-names";

import { hrefOf, type RouteName } from "./shell/place";

type PageTab<Name extends string> = { name: Name; target: string; title: string };

type PageTabsProps<Name extends string> = {
	label: string;
	route: RouteName;
	tabs: readonly PageTab<Name>[];
	open: Name;
};

/** The parts of a page of the settings, each with an address of its own. */
export function PageTabs<Name extends string>({ label, route, tabs, open }: PageTabsProps<Name>) {
	return (
		<nav aria-label={label} className="mb-5 flex gap-1 border-line border-b">
			{tabs.map(({ name, target, title }) => (
				<a
					key={name}
					href={hrefOf({ route, target })}
					aria-current={name === open ? "page" : undefined}
					className={classNames(
						"-mb-px rounded-t-lg border-b-2 px-3 py-2 font-medium",
						name === open
							? "border-accent text-accent-ink"
							: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
					)}
				>
					{title}
				</a>
			))}
		</nav>
	);
}
