import { type ReactNode, useId } from "react";

type SectionProps = { title: string; count?: number; action?: ReactNode; children: ReactNode };

/** A titled part of the panel; a landmark of its own for screen readers. */
export function Section({ title, count, action, children }: SectionProps) {
	const id = useId();
	return (
		<section
			aria-labelledby={id}
			className="mx-3 mb-3 overflow-hidden rounded-xl border border-line bg-surface"
		>
			<header className="flex items-center gap-2 px-3.5 pt-3 pb-2">
				<h2 id={id} className="font-semibold text-[0.93rem]">
					{title}
				</h2>
				{count !== undefined && <span className="text-[0.93rem] text-ink-soft tabular-nums">{count}</span>}
				{action && <div className="ml-auto">{action}</div>}
			</header>
			{children}
		</section>
	);
}
