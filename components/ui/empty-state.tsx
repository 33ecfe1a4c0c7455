import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = { icon: LucideIcon; title: string; text: string; children?: ReactNode };

/** What fills the panel when there is no customer to show: why, and what to do. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
	return (
		<div className="flex min-h-[60vh] flex-col items-center justify-center gap-1 px-6 py-10 text-center">
			<div className="mb-3 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent-ink">
				<Icon aria-hidden className="size-7" strokeWidth={1.6} />
			</div>
			<h1 className="max-w-full break-words font-semibold text-[1.15rem]">{title}</h1>
			<p className="max-w-[34ch] text-balance text-ink-soft">{text}</p>
			{children && <div className="mt-4 w-full max-w-[22rem]">{children}</div>}
		</div>
	);
}
