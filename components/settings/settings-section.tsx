import { type ReactNode, useId } from "react";

type SettingsSectionProps = { anchor: string; title: string; intro?: string; children: ReactNode };

/** One section of the options page, with an address of its own (`#anchor`). */
export function SettingsSection({ anchor, title, intro, children }: SettingsSectionProps) {
	const id = useId();
	return (
		<section
			id={anchor}
			aria-labelledby={id}
			className="mb-5 scroll-mt-4 rounded-2xl border border-line bg-surface p-5"
		>
			<h2 id={id} className="font-semibold text-[1.15rem]">
				{title}
			</h2>
			{intro && <p className="mt-1 max-w-[65ch] text-ink-soft">{intro}</p>}
			<div className="mt-4">{children}</div>
		</section>
	);
}
