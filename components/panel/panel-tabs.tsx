import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";

export type PanelTab<Name extends string> = {
	name: Name;
	title: string;
	icon: LucideIcon;
	/** How many things wait there, and that in words. */
	count?: { number: number; text: string };
};

/** Where more wait, nobody wants to know how many. */
const mostCounted = 99;

type PanelTabsProps<Name extends string> = {
	tabs: readonly PanelTab<Name>[];
	chosen: Name;
	choose(name: Name): void;
	/** What else stands in the bar. */
	children?: ReactNode;
};

const tabId = (name: string) => `tab-${name}`;
const tabPanelId = (name: string) => `tab-panel-${name}`;

/** What the panel can show. Arrows, Home and End go from one to the next; Tab goes into what is shown. */
export function PanelTabs<Name extends string>({ tabs, chosen, choose, children }: PanelTabsProps<Name>) {
	const list = useRef<HTMLDivElement>(null);
	const onKeyDown = (event: KeyboardEvent) => {
		const place = tabs.findIndex(({ name }) => name === chosen);
		const places: Record<string, number> = {
			ArrowRight: place + 1,
			ArrowLeft: place - 1 + tabs.length,
			Home: 0,
			End: tabs.length - 1,
		};
		const next = tabs[(places[event.key] ?? Number.NaN) % tabs.length];
		if (!next) return;
		event.preventDefault();
		choose(next.name);
		list.current?.querySelector<HTMLElement>(`#${tabId(next.name)}`)?.focus();
	};
	return (
		<header className="flex shrink-0 border-line border-b bg-surface px-2">
			<div
				ref={list}
				role="tablist"
				aria-label={i18n.t("tabs.label")}
				className="flex min-w-0 flex-1"
				onKeyDown={onKeyDown}
			>
				{tabs.map(({ name, title, icon: Icon, count }) => (
					<button
						key={name}
						id={tabId(name)}
						type="button"
						role="tab"
						aria-selected={name === chosen}
						aria-controls={tabPanelId(name)}
						tabIndex={name === chosen ? 0 : -1}
						onClick={() => choose(name)}
						className={classNames(
							"-mb-px flex min-w-0 items-center gap-1.5 border-b-2 px-2.5 py-2 font-medium text-[0.93rem] outline-offset-[-3px] [&_svg]:size-4 [&_svg]:shrink-0",
							// Four names have no room beside their icons in a narrow panel.
							"max-[32rem]:flex-1 max-[32rem]:flex-col max-[32rem]:gap-0.5 max-[32rem]:px-0.5 max-[32rem]:pt-2 max-[32rem]:pb-1 max-[32rem]:text-[0.79rem]",
							name === chosen
								? "border-accent text-accent-ink"
								: "border-transparent text-ink-soft hover:text-ink",
						)}
					>
						<span className="relative">
							<Icon aria-hidden />
							{count && (
								<span
									aria-hidden
									className="absolute -top-1.5 left-2.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.72rem] text-on-accent leading-4 tabular-nums ring-2 ring-surface"
								>
									{count.number > mostCounted ? `${mostCounted}+` : count.number}
								</span>
							)}
						</span>
						<span className="max-w-full truncate">{title}</span>
						{count && <span className="sr-only">, {count.text}</span>}
					</button>
				))}
			</div>
			{children}
		</header>
	);
}

type TabPanelProps = { name: string; chosen: string; children: ReactNode };

/** The content of one tab. What is hidden stays as it was left. */
export function TabPanel({ name, chosen, children }: TabPanelProps) {
	return (
		<div
			id={tabPanelId(name)}
			role="tabpanel"
			aria-labelledby={tabId(name)}
			hidden={name !== chosen}
			className="h-full"
		>
			{children}
		</div>
	);
}
