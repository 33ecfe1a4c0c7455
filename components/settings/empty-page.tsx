import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyPageProps = { icon?: LucideIcon; title: string; text: string; children?: ReactNode };

/** What stands on a page that has nothing to show yet: why, and what to do. */
export function EmptyPage({ icon: Icon, title, text, children }: EmptyPageProps) {
	return (
		<div className="flex flex-col items-center gap-1 rounded-2xl border border-line bg-surface px-6 py-14 text-center">
			{Icon && (
				<div className="mb-3 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent-ink">
					<Icon aria-hidden className="size-7" strokeWidth={1.6} />
				</div>
			)}
			<h2 className="font-semibold text-[1.15rem]">{title}</h2>
			<p className="max-w-[46ch] text-balance text-ink-soft">{text}</p>
			{children && <div className="mt-4">{children}</div>}
		</div>
	);
}
