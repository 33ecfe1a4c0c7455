import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Section } from "@/components/ui/section";
import type { Order } from "@/lib/crm/customer";
import { newestFirst } from "@/lib/crm/figures";
import { OrderRow } from "./order-row";

/** Height of a folded row in px; unfolded ones are measured. */
const rowHeight = 57;

/**
 * The orders, newest first. Only the rows in view are in the page, so ten thousand scroll like ten; the panel's own
 * scroller is used, because a list that scrolls inside a panel that scrolls is a trap for the wheel.
 */
export function Orders({ orders }: { orders: Order[] }) {
	const format = useFormat();
	const sorted = useMemo(() => newestFirst(orders), [orders]);
	const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
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
		count: sorted.length,
		getScrollElement: panelScroller,
		estimateSize: () => rowHeight,
		overscan: 8,
		scrollMargin: offset,
	});

	if (sorted.length === 0) return null;
	const toggle = (index: number) =>
		setUnfolded((before) => {
			const after = new Set(before);
			if (!after.delete(index)) after.add(index);
			return after;
		});

	return (
		<Section
			title={i18n.t("orders.title")}
			action={<span className="text-ink-soft tabular-nums">{format.number(sorted.length)}</span>}
		>
			<ul ref={list} className="relative border-line border-t" style={{ height: virtualizer.getTotalSize() }}>
				{virtualizer.getVirtualItems().map(({ index, key, start }) => {
					const order = sorted[index];
					return (
						order && (
							<li
								key={key}
								data-index={index}
								ref={virtualizer.measureElement}
								aria-setsize={sorted.length}
								aria-posinset={index + 1}
								className="absolute top-0 left-0 w-full border-line border-b last:border-b-0"
								style={{ transform: `translateY(${start - offset}px)` }}
							>
								<OrderRow order={order} open={unfolded.has(index)} toggle={() => toggle(index)} />
							</li>
						)
					);
				})}
			</ul>
		</Section>
	);
}

const panelScroller = () => document.getElementById("panel-scroller");
const scrollTop = () => panelScroller()?.scrollTop ?? 0;
