import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Input } from "@/components/ui/field";

/** Someone who types is not searched for after every letter. */
const typingMs = 250;

type SearchFieldProps = { label: string; hint: string; value: string; search(text: string): void };

/** A text to search for; `search` is called once the typing pauses. */
export function SearchField({ label, hint, value, search }: SearchFieldProps) {
	const [text, setText] = useState(value);
	const latest = useRef({ value, search });
	latest.current = { value, search };
	// Cleared, or changed by the way back.
	useEffect(() => setText(value), [value]);
	useEffect(() => {
		if (text === latest.current.value) return;
		const timer = setTimeout(() => latest.current.search(text), typingMs);
		return () => clearTimeout(timer);
	}, [text]);
	return (
		<div className="relative col-span-2 lg:col-span-1">
			<Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-ink-soft" />
			<Input
				type="search"
				className="pl-8"
				maxLength={200}
				aria-label={label}
				placeholder={hint}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
		</div>
	);
}

type DayFieldProps = { label: string; value: string; change(day: string): void };

type DayFieldsProps = {
	days: { from: string; to: string };
	change(days: { from: string } | { to: string }): void;
};

/** The first and the last day of a stretch: local days, `YYYY-MM-DD`, or empty. */
export function DayFields({ days: { from, to }, change }: DayFieldsProps) {
	return (
		<>
			<DayField
				label={i18n.t("settings.deliveries.filters.from")}
				value={from}
				change={(day) => change({ from: day })}
			/>
			<DayField
				label={i18n.t("settings.deliveries.filters.to")}
				value={to}
				change={(day) => change({ to: day })}
			/>
		</>
	);
}

/** A local day, `YYYY-MM-DD`, or none. */
function DayField({ label, value, change }: DayFieldProps) {
	const id = useId();
	return (
		<div className="col-span-2 flex h-9 min-w-0 items-center sm:col-span-1 rounded-lg border border-line bg-surface pl-2.5 focus-within:outline-2 focus-within:outline-accent">
			<label htmlFor={id} className="shrink-0 text-[0.86rem] text-ink-soft">
				{label}
			</label>
			<input
				id={id}
				type="date"
				max="9999-12-31"
				className="h-full w-full min-w-0 bg-transparent px-1.5 text-[0.93rem] outline-none"
				value={value}
				onChange={(event) => change(event.target.value)}
			/>
		</div>
	);
}
