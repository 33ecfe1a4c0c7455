import type { ReactNode } from "react";

/** What scrolls in the panel. Long lists look for it by its id. */
export function PanelScroller({ children }: { children: ReactNode }) {
	return (
		<div id="panel-scroller" className="relative h-full overflow-y-auto overscroll-contain">
			{children}
		</div>
	);
}
