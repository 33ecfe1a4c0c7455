import { EllipsisVertical, type LucideIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";

export type MenuEntry = { icon: LucideIcon; label: string; run(): void };

type MenuProps = {
	label: string;
	entries: MenuEntry[];
	/** What stands on the button. */
	icon?: LucideIcon;
	/** Whether its label stands there as well. */
	labelled?: boolean;
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A button with a list of commands: arrows move through it, Escape and whatever leaves it close it. */
export function Menu({ label, entries, icon: ButtonIcon = EllipsisVertical, labelled = false }: MenuProps) {
	const [open, setOpen] = useState(false);
	const id = useId();
	const place = useRef<HTMLDivElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const items = () => [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
	useEffect(() => {
		if (!open) return;
		list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
		// In what scrolls, its end may be out of view.
		list.current?.scrollIntoView({ block: "nearest" });
	}, [open]);

	const close = () => {
		setOpen(false);
		place.current?.querySelector("button")?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Escape" && open) {
			event.stopPropagation();
			return close();
		}
		const step = steps[event.key];
		if (!step) return;
		event.preventDefault();
		if (!open) return setOpen(true);
		const all = items();
		const next = all.indexOf(document.activeElement as HTMLElement) + step;
		all.at(next % all.length)?.focus();
	};

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button and the entries inside
		<div
			ref={place}
			className="relative"
			onKeyDown={onKeyDown}
			onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
		>
			<Button
				{...(labelled
					? { size: "small", className: "w-full" }
					: { look: "quiet", size: "icon", "aria-label": label, title: label })}
				aria-haspopup="menu"
				aria-expanded={open || undefined}
				aria-controls={open ? id : undefined}
				onClick={() => setOpen(!open)}
			>
				<ButtonIcon aria-hidden />
				{labelled && label}
			</Button>
			{open && (
				<div
					ref={list}
					id={id}
					role="menu"
					aria-label={label}
					className="absolute right-0 z-10 mt-1 w-max max-w-[18rem] rounded-xl border border-line bg-surface p-1 shadow-lg"
				>
					{entries.map(({ icon: Icon, label: text, run }) => (
						<Button
							key={text}
							role="menuitem"
							tabIndex={-1}
							look="quiet"
							className="w-full justify-start font-normal text-ink"
							onClick={() => {
								close();
								run();
							}}
						>
							<Icon aria-hidden />
							<span className="truncate">{text}</span>
						</Button>
					))}
				</div>
			)}
		</div>
	);
}
