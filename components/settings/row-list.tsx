import { useVirtualizer } from "@tanstack/react-virtual";
import {
	type KeyboardEvent,
	type ReactNode,
	type RefObject,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from "react";
import type { RowList as Rows } from "@/components/hooks/use-row-list";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import type { Sequenced } from "@/lib/core/known-rows";

/** Where a row is. `count` of all rows, -1 while it is unknown. */
export type RowPlace = {
	index: number;
	start: number;
	count: number;
	/** Whether Tab leads to it. */
	isCurrent: boolean;
	focused(): void;
};

type RowListProps<Row extends Sequenced> = {
	list: Rows<Row>;
	label: string;
	/** Every row is as high, in CSS pixels: places in a long list are computed, not measured. */
	rowHeight: number;
	/** Another view is read from its beginning. */
	viewKey: string;
	words: { unreadable: string; searching: string; nothing: string };
	/** Space checks a row; with Shift, all from the one checked before. */
	toggle?(row: Row, range: boolean): void;
	/** An `li` with a link in it. */
	children(row: Row, place: RowPlace): ReactNode;
};

/**
 * Rows, newest first; of a hundred thousand only those in view are in the page. What arrives at the top does not move
 * what is being read.
 */
export function RowList<Row extends Sequenced>(props: RowListProps<Row>) {
	const { list, label, rowHeight, viewKey, words, toggle, children } = props;
	const { rows, isOld, hasMore, failure, look } = list;
	const scroller = useRef<HTMLUListElement>(null);
	const [current, setCurrent] = useState(0);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		getItemKey: (index) => rows[index]?.seq ?? index,
		overscan: 8,
	});
	const items = virtualizer.getVirtualItems();
	const first = items[0]?.index ?? 0;
	const last = items.at(-1)?.index ?? 0;
	useEffect(() => {
		if (rows.length > 0) look(first, last);
	}, [first, last, rows.length, look]);
	useKeptPlace(scroller, rows, rowHeight);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another view is read from its beginning
	useEffect(() => {
		scroller.current?.scrollTo({ top: 0 });
		setCurrent(0);
	}, [viewKey]);

	const focusRow = (index: number) => {
		const wanted = Math.min(Math.max(index, 0), rows.length - 1);
		setCurrent(wanted);
		virtualizer.scrollToIndex(wanted);
		// After the row has come into the page.
		requestAnimationFrame(() =>
			requestAnimationFrame(() =>
				scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] a`)?.focus(),
			),
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const row = rows[current];
		const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight);
		const steps: Record<string, number> = {
			ArrowDown: current + 1,
			ArrowUp: current - 1,
			PageDown: current + page,
			PageUp: current - page,
			Home: 0,
			End: rows.length - 1,
		};
		const wanted = steps[event.key];
		if (wanted !== undefined) {
			event.preventDefault();
			focusRow(wanted);
		}
		if (event.key === " " && toggle && row && event.target instanceof HTMLAnchorElement) {
			event.preventDefault();
			toggle(row, event.shiftKey);
		}
	};

	if (failure)
		return (
			<Notice tone="bad" className="m-4" title={words.unreadable}>
				{failure}
			</Notice>
		);
	return (
		<>
			<p role="status" className={rows.length > 0 ? "sr-only" : "px-4 py-12 text-center text-ink-soft"}>
				{rows.length === 0 && (hasMore ? words.searching : words.nothing)}
			</p>
			<ul
				ref={scroller}
				aria-label={label}
				onKeyDown={onKeyDown}
				className={classNames(
					"relative overflow-y-auto overscroll-contain transition-opacity [overflow-anchor:none]",
					rows.length > 0 ? "max-h-[max(24rem,calc(100vh-13rem))]" : "hidden",
					isOld && "opacity-60",
				)}
			>
				<li aria-hidden style={{ height: virtualizer.getTotalSize() }} />
				{items.map(({ index, start }) => {
					const row = rows[index];
					return (
						row &&
						children(row, {
							index,
							start,
							count: hasMore ? -1 : rows.length,
							isCurrent: index === Math.min(current, rows.length - 1),
							focused: () => setCurrent(index),
						})
					);
				})}
			</ul>
		</>
	);
}

/** Keeps the row at the top of the view where it is when rows are added or go above it. */
function useKeptPlace(
	scroller: RefObject<HTMLUListElement | null>,
	rows: readonly Sequenced[],
	rowHeight: number,
): void {
	const before = useRef(rows);
	useLayoutEffect(() => {
		const element = scroller.current;
		const previous = before.current;
		before.current = rows;
		if (!element || previous === rows || element.scrollTop < rowHeight / 2) return;
		const top = Math.floor(element.scrollTop / rowHeight);
		// The first of those in view that is still there.
		for (let index = top; index < Math.min(top + 20, previous.length); index++) {
			const seq = previous[index]?.seq;
			const now = rows.findIndex((row) => row.seq === seq);
			if (now < 0) continue;
			if (now !== index) element.scrollTop += (now - index) * rowHeight;
			return;
		}
	}, [scroller, rows, rowHeight]);
}
