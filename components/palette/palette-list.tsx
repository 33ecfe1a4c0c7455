import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import type { PaletteEntry, PaletteGroup } from "./entries";

type PaletteListProps = {
	/** What ids begin with: those of options are this, a hyphen and their key. */
	id: string;
	groups: readonly PaletteGroup[];
	/** The key of the entry Enter would take. */
	active?: string;
	choose(key: string): void;
	run(entry: PaletteEntry): void;
};

/** What was found, as the options of a combobox: the focus stays in the field. */
export function PaletteList({ id, groups, active, choose, run }: PaletteListProps) {
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (active !== undefined)
			list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
	}, [active]);
	return (
		<div
			ref={list}
			id={`${id}-list`}
			role="listbox"
			aria-label={i18n.t("palette.found")}
			tabIndex={-1}
			className="min-h-0 flex-1 overflow-y-auto border-line border-b py-1.5"
		>
			{groups.map((group) => (
				// biome-ignore lint/a11y/useSemanticElements: a fieldset has no place among options
				<div key={group.key} role="group" aria-labelledby={`${id}-group-${group.key}`}>
					<p
						id={`${id}-group-${group.key}`}
						className="px-4 pt-1.5 pb-0.5 font-medium text-[0.8rem] text-ink-soft"
					>
						{group.title}
					</p>
					{group.entries.map((entry) => {
						const { key } = entry;
						return (
							// biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and says which option is meant
							// biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys choose it
							<div
								key={key}
								id={`${id}-${key}`}
								role="option"
								aria-selected={key === active}
								className={classNames(
									"mx-1.5 flex cursor-pointer items-baseline gap-2 rounded-lg px-2.5 py-1.5",
									key === active && "bg-accent-soft",
								)}
								onPointerMove={() => key !== active && choose(key)}
								onClick={() => run(entry)}
							>
								<span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
									<span className="max-w-full truncate">{entry.title}</span>
									<span className="max-w-full truncate text-[0.86rem] text-ink-soft">{entry.detail}</span>
								</span>
								<span className="shrink-0 text-[0.8rem] text-ink-soft">
									{key === active && i18n.t(`palette.actions.${entry.action.kind}`)}
								</span>
							</div>
						);
					})}
				</div>
			))}
		</div>
	);
}
