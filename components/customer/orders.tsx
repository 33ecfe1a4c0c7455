import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Section } from "@/components/ui/section";
import type { Order } from "@/lib/crm/customer";
import { newestFirst } from "@/lib/crm/figures";
import { OrderRow } from "./order-row";

/** So many are in the page as they are. */
const mostInFlow = 30;
/** Height of a folded row in px; unfolded ones are measured. */
const rowHeight = 57;

/** The orders, newest first. */
export function Orders({ orders }: { orders: Order[] }) {
	const format = useFormat();
	const sorted = useMemo(() => newestFirst(orders), [orders]);
	const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
	if (sorted.length === 0) return null;
	const row = (order: Order, index: number) => (
		<OrderRow
			order={order}
			open={unfolded.has(index)}
			toggle={() =>
				setUnfolded((before) => {
					const after = new Set(before);
					if (!after.delete(index)) after.add(index);
					return after;
				})
			}
		/>
	);
	const List = sorted.length > mostInFlow ? LongList : ShortList;
	return (
		<Section
			title={i18n.t("orders.title")}
			action={<span className="text-ink-soft tabular-nums">{format.number(sorted.length)}</span>}
		>
			<List orders={sorted} row={row} />
		</Section>
	);
}

type ListProps = { orders: Order[]; row(order: Order, index: number): ReactNode };

function ShortList({ orders, row }: ListProps) {
	return (
		<ul className="divide-y divide-line border-line border-t">
			{orders.map((order, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: an order has no other name that is sure to be its own
				<li key={index}>{row(order, index)}</li>
			))}
		</ul>
	);
}

/**
 * Only the rows in view are in the page, so ten thousand scroll like ten; the panel's own scroller is used, because a list
 * that scrolls inside a panel that scrolls is a trap for the wheel. Finding out what is in view has the page laid out
 * several times, which a short list need not pay.
 */
function LongList({ orders, row }: ListProps) {
	const list = useRef<HTMLUListElement>(null);
	const [offset, setOffset] = useState(0);

	// What stands above the list changes its place, and a resize of the card is the only sign of it.
	useLayoutEffect(() => {
		const card = list.current?.closest("article");
		if (!card) return;
		const measure = () =>
			setOffset(list.current ? list.current.getBoundingClientRect().top + scrollTop() : 0);
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(card);
		return () => observer.disconnect();
	}, []);

	const virtualizer = useVirtualizer({
		count: orders.length,
		getScrollElement: panelScroller,
		estimateSize: () => rowHeight,
		overscan: 8,
		scrollMargin: offset,
	});

	return (
		<ul ref={list} className="relative border-line border-t" style={{ height: virtualizer.getTotalSize() }}>
			{virtualizer.getVirtualItems().map(({ index, key, start }) => {
				const order = orders[index];
				return (
					order && (
						<li
							key={key}
							data-index={index}
							ref={virtualizer.measureElement}
							aria-setsize={orders.length}
							aria-posinset={index + 1}
							className="absolute top-0 left-0 w-full border-line border-b last:border-b-0"
							style={{ transform: `translateY(${start - offset}px)` }}
						>
							{row(order, index)}
						</li>
					)
				);
			})}
		</ul>
	);
}

const panelScroller = () => document.getElementById("panel-scroller");
const scrollTop = () => panelScroller()?.scrollTop ?? 0;
