import { useCallback, useRef, useState } from "react";
import type { DeliveryRow } from "@/lib/webhooks/delivery-filter";

export type Selection = ReturnType<typeof useSelection>;

/** The deliveries that are checked, by their seq. They stay checked while the list moves on. */
export function useSelection() {
	const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
	const anchor = useRef<number>(undefined);

	/** Checks or unchecks a row; with `range` all from the one before to this one become as this one. */
	const toggle = useCallback((rows: readonly DeliveryRow[], seq: number, range: boolean) => {
		const from = rows.findIndex((row) => row.seq === anchor.current);
		const to = rows.findIndex((row) => row.seq === seq);
		anchor.current = seq;
		setSelected((before) => {
			const after = new Set(before);
			const meant = range && from >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [{ seq }];
			const checked = !before.has(seq);
			for (const row of meant) {
				if (checked) after.add(row.seq);
				else after.delete(row.seq);
			}
			return after;
		});
	}, []);

	const clear = useCallback(() => {
		anchor.current = undefined;
		setSelected(new Set());
	}, []);
	return { selected, toggle, clear };
}
